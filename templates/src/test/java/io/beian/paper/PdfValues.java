package io.beian.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Puts values on a sheet and reads them back from the text layer, character by character. */
final class PdfValues {

    private static final Pattern FOOTER = Pattern.compile("(?m)^仅用于ICP备案 第 \\d+ / \\d+ 页\\R");
    private static final Pattern ROW = Pattern.compile("(?m)^(\\d+) 标\\1 ?");

    private PdfValues() {}

    static Sheet sheet(List<String> values) {
        List<Sheet.Row> rows =
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Sheet.Row("" + i, "标" + i, values.get(i)))
                        .toList();
        return new Sheet("核对单", "", "", List.of(new Sheet.Part("部分", rows)), List.of());
    }

    /** The values of such a sheet; a value that wraps has its line breaks removed. */
    static List<String> of(byte[] pdf) {
        String text = FOOTER.matcher(text(pdf)).replaceAll("");
        int end = text.indexOf("以下文字印刷字库暂缺");
        if (end >= 0) {
            text = text.substring(0, end);
        }
        List<String> values = new ArrayList<>();
        Matcher row = ROW.matcher(text);
        int from = -1;
        while (row.find()) {
            if (from >= 0) {
                values.add(text.substring(from, row.start()).replaceAll("\\R", ""));
            }
            from = row.end();
        }
        values.add(text.substring(from).replaceAll("\\R", ""));
        return values;
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
