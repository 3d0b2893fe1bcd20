package org.rpcscope.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as somebody's table writes it.
 *
 * @param nanos since 1970; without a zone as if it were UTC
 * @param zoned whether it is a moment as it stands
 */
public record TimeText(long nanos, boolean zoned) {

    private static final long SECOND = 1_000_000_000L;
    private static final long LAST_DAY = LocalDate.of(2262, 1, 1).toEpochDay();
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST = 64;

    /**
     * Seconds, milliseconds, microseconds or nanoseconds since 1970, by how large the number is; ISO 8601; {@code
     * 24/Nov/2026:10:15:00 +0100}, {@code 24.11.2026 10:15}, {@code 11/24/2026 3:04:05 PM}, {@code Nov 24, 2026 10:15:00}
     * and the like.
     *
     * @param dayFirst whether {@code 01/02} is the first of February
     * @return null where it is none of these, or has no year
     */
    public static @Nullable TimeText parse(String written, boolean dayFirst) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        TimeText number = number(text);
        return number != null ? number : parts(text, dayFirst);
    }

    private static @Nullable TimeText number(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "" : text.substring(point + 1);
        if (whole.length() < 9 || !Meaning.isNumber(whole, 19) || point >= 0 && !Meaning.isNumber(fraction, 18)) {
            return null;
        }
        int unit =
                whole.length() <= 11 ? 9 : whole.length() <= 14 ? 6 : whole.length() <= 17 ? 3 : 0; // digits to nanos
        String digits = (whole + fraction + "000000000").substring(0, whole.length() + unit);
        return digits.length() > 19 || digits.length() == 19 && digits.compareTo("9223372036854775807") > 0
                ? null
                : new TimeText(Long.parseLong(digits), true);
    }

    private static @Nullable TimeText parts(String text, boolean dayFirst) {
        int sign = 0;
        while (sign < text.length() && isDigit(text.charAt(sign))) {
            sign++;
        }
        if (sign < text.length() && text.charAt(sign) == ':') {
            return null; // a time of day alone
        }
        List<String> words = words(text);
        List<Integer> numbers = new ArrayList<>();
        int month = 0;
        int monthAt = 0;
        int at = 0;
        for (; at < words.size() && numbers.size() + (month > 0 ? 1 : 0) < 3; at++) {
            String word = words.get(at);
            int named = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
            if (named >= 0 && month == 0) {
                month = named + 1;
                monthAt = numbers.size();
            } else if (Meaning.isNumber(word, 4)) {
                numbers.add(Integer.parseInt(word));
            } else if (numbers.isEmpty() && month == 0 && word.length() >= 3 && isLetters(word)) {
                continue; // the day of the week
            } else {
                return null;
            }
        }
        long day = day(numbers, month, monthAt, dayFirst, text);
        return day < 0 || day >= LAST_DAY ? null : clock(words, at, day);
    }

    /** The words and numbers of a text, between signs; a sign before a zone stays with it. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= small.length(); i++) {
            char c = i < small.length() ? small.charAt(i) : ' ';
            boolean part = c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
            boolean other = !word.isEmpty() && part && isDigit(c) != isDigit(word.charAt(word.length() - 1));
            if ((!part || other) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (part) {
                word.append(c);
            } else if (c == '.' || c == ',') {
                words.add(".");
            } else if ((c == '+' || c == '-') && words.size() >= 5) {
                words.add(String.valueOf(c));
            }
        }
        words.removeIf(each -> each.equals("t"));
        for (int i = 0; i < Math.min(5, words.size()); i++) { // between the parts of a date they say nothing
            if (words.get(i).equals(".")) {
                words.remove(i--);
            }
        }
        return words;
    }

    private static long day(List<Integer> numbers, int month, int monthAt, boolean dayFirst, String text) {
        if (numbers.size() + (month > 0 ? 1 : 0) < 3) {
            return -1;
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        int year;
        int of;
        int day;
        if (month > 0) {
            boolean yearFirst = first > 31;
            year = yearFirst ? first : second;
            day = yearFirst ? second : first;
            of = month;
            if (monthAt == 2 || year < 1970) {
                return -1; // two digits may be an hour as well
            }
        } else if (first > 31) {
            year = first;
            of = second;
            day = numbers.get(2);
        } else {
            boolean days = first > 12 || second <= 12 && (dayFirst || text.indexOf('.') == 1 || text.indexOf('.') == 2);
            year = numbers.get(2);
            if (year < 100 && !between(text, 0).equals(between(text, 1))) {
                return -1; // an hour, as in 24/11 10:15
            }
            of = days ? second : first;
            day = days ? first : second;
        }
        try {
            int full = year < 100 ? 2000 + year : year;
            return full < 1970 ? -1 : LocalDate.of(full, of, day).toEpochDay();
        } catch (DateTimeException e) {
            return -1;
        }
    }

    /** What stands behind a number of a text, by its place, and before the next. */
    private static String between(String text, int number) {
        int i = 0;
        for (int seen = 0; seen <= number; seen++) {
            while (i < text.length() && !isDigit(text.charAt(i))) {
                i++;
            }
            while (i < text.length() && isDigit(text.charAt(i))) {
                i++;
            }
        }
        int from = i;
        while (i < text.length() && !isDigit(text.charAt(i))) {
            i++;
        }
        return text.substring(from, i);
    }

    private static @Nullable TimeText clock(List<String> words, int from, long day) {
        int at = from;
        long[] clock = new long[3];
        int parts = 0;
        while (at < words.size() && parts < 3 && Meaning.isNumber(words.get(at), 2)) {
            clock[parts++] = Integer.parseInt(words.get(at++));
        }
        long fraction = 0;
        if (at + 1 < words.size() && words.get(at).equals(".") && Meaning.isNumber(words.get(at + 1), 18)) {
            fraction = Long.parseLong((words.get(at + 1) + "000000000").substring(0, 9));
            at += 2;
        }
        if (at < words.size() && (words.get(at).equals("pm") || words.get(at).equals("am")) && clock[0] <= 12) {
            clock[0] = clock[0] % 12 + (words.get(at).equals("pm") ? 12 : 0);
            at++;
        }
        boolean bad = clock[0] > 23 || clock[1] > 59 || clock[2] > 60 || parts == 1;
        long local = ((day * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2];
        if (bad || at == words.size()) {
            return bad ? null : new TimeText(local * SECOND + fraction, false);
        }
        Long east = zone(words.subList(at, words.size()));
        return east == null || local < east ? null : new TimeText((local - east) * SECOND + fraction, true);
    }

    /** Seconds east of UTC. */
    private static @Nullable Long zone(List<String> words) {
        String first = words.getFirst();
        if (words.size() == 1) {
            return first.equals("z") || first.equals("utc") || first.equals("gmt") ? 0L : null;
        }
        if (!first.equals("+") && !first.equals("-")) {
            return null;
        }
        String digits = String.join("", words.subList(1, words.size()));
        if (!Meaning.isNumber(digits, 4) || digits.length() % 2 != 0) {
            return null;
        }
        long hours = Long.parseLong(digits.substring(0, 2));
        long minutes = digits.length() == 4 ? Long.parseLong(digits.substring(2)) : 0;
        long seconds = (hours * 60 + minutes) * 60;
        return hours > 18 || minutes > 59 ? null : first.equals("-") ? -seconds : seconds;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
