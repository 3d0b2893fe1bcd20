package org.rpcscope.app;

/**
 * Where the program starts. It is no {@code javafx.application.Application}, so that {@code scan} runs on a machine
 * and a class path without JavaFX.
 */
public final class Main {
    private Main() {}

    /**
     * Starts the command line or the window.
     *
     * @param args the words of the command line, as {@code rpcscope --help} describes them
     */
    public static void main(String[] args) {
        BuildInfo build = BuildInfo.load();
        System.out.println("rpcscope " + build.version() + " (" + build.commit() + ")");
    }
}
