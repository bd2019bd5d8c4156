// Checks the parts of Word files against the schemas of ECMA-376: a line a fault, `file TAB part TAB what is wrong TAB where`.
// A part whose root no schema knows is told, too.

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public final class SchemaCheck {
	private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
	private static final SchemaTypeLoader TYPES =
			XmlBeans.typeLoaderUnion(new SchemaTypeLoader[] {TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem()});
	private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	public static void main(String[] files) throws Exception {
		for (String file : files) {
			try (ZipFile zip = new ZipFile(file)) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					if (!entry.getName().matches(".*\\.(xml|rels)")) continue;
					for (String fault : faults(zip, entry)) OUT.println(file + "\t" + entry.getName() + "\t" + fault);
				}
			}
		}
	}

	private static List<String> faults(ZipFile zip, ZipEntry entry) throws Exception {
		Element root = read(zip, entry).getDocumentElement();
		List<String> faults = new ArrayList<>();
		withoutExtensions(root, Set.of(COMPATIBILITY), faults);
		XmlObject part = TYPES.parse(root.getOwnerDocument(), null, new XmlOptions());
		if (part.schemaType().isNoType() || part.schemaType() == XmlObject.type) {
			faults.add("no schema has\t" + root.getNodeName());
			return faults;
		}
		List<XmlError> errors = new ArrayList<>();
		part.validate(new XmlOptions().setErrorListener(errors));
		for (XmlError error : errors) faults.add(error.getMessage().replaceAll("\\s+", " ") + "\t" + place(error));
		return faults;
	}

	private static Document read(ZipFile zip, ZipEntry entry) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return factory.newDocumentBuilder().parse(zip.getInputStream(entry));
	}

	/** What a part says may be ignored is of newer programs, and no fault (ECMA-376 part 3). */
	private static void withoutExtensions(Element element, Set<String> above, List<String> faults) {
		Set<String> ignored = new HashSet<>(above);
		for (String prefix : element.getAttributeNS(COMPATIBILITY, "Ignorable").trim().split("\\s+")) {
			String space = prefix.isEmpty() ? COMPATIBILITY : element.lookupNamespaceURI(prefix);
			if (space == null) faults.add("prefix without a namespace\t" + prefix);
			else ignored.add(space);
		}
		for (int at = element.getAttributes().getLength() - 1; at >= 0; at--) {
			Attr attribute = (Attr) element.getAttributes().item(at);
			if (ignored.contains(attribute.getNamespaceURI())) element.removeAttributeNode(attribute);
		}
		for (Node node = element.getFirstChild(), next; node != null; node = next) {
			next = node.getNextSibling();
			if (!(node instanceof Element child)) continue;
			if (ignored.contains(child.getNamespaceURI())) element.removeChild(child);
			else withoutExtensions(child, ignored, faults);
		}
	}

	private static String place(XmlError error) {
		if (error.getCursorLocation() == null) return "";
		String xml = error.getCursorLocation().xmlText().replaceAll(" ?xmlns:\\w+=\"[^\"]*\"", "").replaceAll("\\s+", " ");
		return xml.substring(0, Math.min(200, xml.length()));
	}
}
