import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * Word and PowerPoint files -> their text as Apache POI reads it: a line "file", then a line a paragraph, in order.
 *
 * A line is a word that says where the paragraph stands, a tab, and its text with each white space as one space. The
 * numbers of slides are left out: LibreOffice writes their fields without what they come to.
 */
public final class Read {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Read() {}

    public static void main(String[] paths) throws IOException {
        for (String path : paths) {
            say("file", path);
            try (InputStream file = new FileInputStream(path)) {
                if (path.endsWith(".pptx")) {
                    slides(new XMLSlideShow(file));
                } else {
                    document(new XWPFDocument(file));
                }
            }
        }
    }

    private static void document(XWPFDocument document) {
        blocks("body", document.getBodyElements());
        for (XWPFFootnote note : document.getFootnotes()) {
            blocks("note", note.getBodyElements());
        }
    }

    private static void blocks(String where, List<IBodyElement> blocks) {
        for (IBodyElement block : blocks) {
            if (block instanceof XWPFParagraph paragraph) {
                say(where, words(paragraph));
            } else if (block instanceof XWPFSDT control) {
                say(where, control.getContent().getText());
            } else if (block instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        blocks("cell", cell.getBodyElements());
                    }
                }
            }
        }
    }

    /** POI shows the mark of a footnote as "[footnoteRef:3]". */
    private static String words(XWPFParagraph paragraph) {
        StringBuilder words = new StringBuilder();
        for (IRunElement run : paragraph.getIRuns()) {
            words.append(run.toString().replaceAll("\\[footnoteRef:\\d+\\]", ""));
        }
        return words.toString();
    }

    private static void slides(XMLSlideShow show) {
        for (XSLFSlide slide : show.getSlides()) {
            slide.getShapes().forEach(shape -> shape("slide", shape));
            XSLFNotes notes = slide.getNotes();
            if (notes != null) {
                notes.getShapes().forEach(shape -> shape("note", shape));
            }
        }
    }

    private static void shape(String where, XSLFShape shape) {
        if (shape instanceof XSLFTextShape words && words.getTextType() == Placeholder.SLIDE_NUMBER) {
            return;
        } else if (shape instanceof XSLFTextShape words) {
            words.getTextParagraphs().forEach(paragraph -> say(where, paragraph.getText()));
        } else if (shape instanceof XSLFGroupShape group) {
            group.getShapes().forEach(inner -> shape(where, inner));
        } else if (shape instanceof XSLFTable table) {
            for (XSLFTableRow row : table.getRows()) {
                for (XSLFTableCell cell : row.getCells()) {
                    cell.getTextParagraphs().forEach(paragraph -> say("cell", paragraph.getText()));
                }
            }
        }
    }

    private static void say(String where, String words) {
        OUT.println(where + "\t" + words.replaceAll("\\s+", " "));
    }
}
