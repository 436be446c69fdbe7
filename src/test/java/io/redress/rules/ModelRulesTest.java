package io.redress.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.redress.form.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the fault it is for: a sound diagram is spoilt in one place. */
class ModelRulesTest {

    private static final String SOUND = read(Path.of("src/test/resources/rules/goods-return.bpmn"));
    private static final String CALL =
            part("<bpmn:callActivity id=\"callActivity_explanation\"", "</bpmn:extensionElements>");
    private static final Contract CONTRACT = contract();
    private static final House HOUSE = house(CONTRACT);

    @Test
    void findsNothingInASoundDiagram() {
        assertThat(findings(SOUND)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // The process as a whole
                fault("process id=\"goods-return\"", "process id=\"goods-returns\"", "the name of its file"),
                fault("isExecutable=\"true\"", "isExecutable=\"false\"", "is not executable"),
                fault(" camunda:historyTimeToLive=\"P180D\"", "", "how long its history is kept"),
                fault(" camunda:candidateStarterGroups=\"customer-service\"", "", "no group may start it"),
                fault(
                        "StarterGroups=\"customer-service\"",
                        "StarterGroups=\"nobody\"",
                        "nobody is in the group nobody"),
                fault("  <bpmn:message ", "  <bpmn:process id=\"another\" />\n  <bpmn:message ", "one process"),
                fault("value=\"refundDue\"", "value=\"\"", "a form asks for refundDue"),
                fault(
                        "value=\"refundDue\"",
                        "value=\"refundDue,explanation\"",
                        "no form asks for the variable explanation"),
                fault("value=\"refundDue\"", "value=\"refundDue,colour\"", "lets colour in"),
                fault("value=\"refundDue\"", "value=\"refundDue,caseId\"", "lets caseId in"),
                fault("value=\"refundDue\"", "value=\"refundDue,phone\"", "phone is personal"),
                // Names
                fault("flow_yesToPayRefund", "flow_yesToPayBack", "where it leads: flow_…ToPayRefund"),
                fault("serviceTask_payRefund", "serviceTask_pay", "type and label: serviceTask_payRefund"),
                fault("userTask_inspectGoods", "Activity_0x3f9a1", "type and label: userTask_inspectGoods"),
                fault("endEvent_returnSettled", "event_returnSettled", "type and label: endEvent_returnSettled"),
                fault("event_inspectionOverdue", "boundaryEvent_inspectionOverdue", "label: event_inspectionOverdue"),
                fault("gateway_returnSettled", "Gateway_1a2b3c4", "none that was made up"),
                fault("gateway_returnSettled", "gateway_1a2b3c4", "none that was made up"),
                fault("flow_explainedToReturnSettled", "Flow_0a1b2c3", "the id is flow_"),
                fault("flow_explainedToReturnSettled", "flow_0a1b2c3", "the id is flow_"),
                fault("timerEventDefinition_inspectionOverdue", "TimerEventDefinition_1ab", "timerEventDefinition_"),
                fault("message_returnWithdrawn", "message_withdrawn", "type and label: message_returnWithdrawn"),
                fault("definitions_goodsReturn", "Definitions_1", "type and label: definitions_goodsReturn"),
                fault("diagram_goodsReturn", "BPMNDiagram_1", "type and label: diagram_goodsReturn"),
                fault("plane_goodsReturn", "BPMNPlane_1", "type and label: plane_goodsReturn"),
                fault("flow_yesToPayRefund_di", "Flow_0a1b2c3_di", "a picture is flow_yesToPayRefund_di"),
                fault("serviceTask_payRefund_di", "Activity_1_di", "a picture is serviceTask_payRefund_di"),
                // A property that asks for something
                fault(
                        "<camunda:property name=\"label.zh\" value=\"检查商品\" />",
                        "<camunda:property name=\"label.zh\" value=\"检查商品\" /><camunda:property name=\"evidence\" value=\"perhaps\" />",
                        "never perhaps"),
                // Labels
                fault(" name=\"Pay refund\"", "", "serviceTask_payRefund: has no label"),
                fault(
                        "name=\"label.en\" value=\"Pay refund\"",
                        "name=\"label.en\" value=\"Pay\"",
                        "(label.en) is the name"),
                fault("value=\"支付退款\"", "value=\"\"", "serviceTask_payRefund: has no Chinese label"),
                fault("value=\"支付退款\"", "value=\"Pay refund\"", "serviceTask_payRefund: has no Chinese label"),
                fault("value=\"退货\"", "value=\"-\"", "goods-return: has no Chinese label"),
                fault("value=\"检查逾期\"", "value=\"-\"", "event_inspectionOverdue: has no Chinese label"),
                fault("value=\"是\"", "value=\"-\"", "flow_yesToPayRefund: has no Chinese label"),
                fault("value=\"是否退款？\"", "value=\"-\"", "gateway_refundDue: has no Chinese label"),
                fault("Pay refund", "Pay Refund", "only its first word does"),
                fault("Pay refund", "pay refund", "begins with a capital letter"),
                fault("Pay refund", "Handle refund", "does not say what is done"),
                // Nothing but steps
                fault(
                        "camunda:delegateExpression=\"${payRefundDelegate}\"",
                        "camunda:class=\"a.B\"",
                        "camunda:class hides code"),
                fault(
                        "camunda:delegateExpression=\"${payRefundDelegate}\"",
                        "camunda:expression=\"${a.b()}\"",
                        "camunda:expression hides"),
                fault(
                        part("<bpmn:serviceTask id=\"serviceTask_payRefund\"", "</bpmn:serviceTask>"),
                        "<bpmn:scriptTask id=\"serviceTask_payRefund\" />",
                        "serviceTask_payRefund: is a script"),
                fault(
                        part("<bpmn:userTask id=\"userTask_inspectGoods\"", "<bpmn:extensionElements>"),
                        part("<bpmn:userTask id=\"userTask_inspectGoods\"", "<bpmn:extensionElements>")
                                + "<camunda:taskListener event=\"create\" class=\"a.B\" />",
                        "userTask_inspectGoods: camunda:class hides code"),
                fault(
                        "tFormalExpression\">${refundDue",
                        "tFormalExpression\" language=\"javascript\">${refundDue",
                        "a script decides"),
                fault(
                        "    <bpmn:startEvent id=\"startEvent_goods",
                        "    <bpmn:laneSet id=\"laneSet_desk\" />\n    <bpmn:startEvent id=\"startEvent_goods",
                        "lanes are not drawn"),
                fault(
                        "bpmnElement=\"serviceTask_payRefund\"",
                        "bpmnElement=\"serviceTask_payRefund\" bioc:fill=\"#fff\"",
                        "is coloured"),
                // Steps of the system
                fault("{payRefundDelegate}", "{refundDelegate}", "calls ${payRefundDelegate}"),
                fault("ay refund", "ay money", "no PayMoneyDelegate in io.redress.rules.sample"),
                fault(
                        "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${pay",
                        "camunda:delegateExpression=\"${pay",
                        "serviceTask_payRefund: has no save point"),
                // Steps of people
                fault(" camunda:candidateGroups=\"customer-service\"", "", "nobody may do it"),
                fault(
                        "candidateGroups=\"customer-service\"",
                        "candidateGroups=\"customer-service,nobody\"",
                        "there is no group nobody"),
                fault(
                        "candidateGroups=\"customer-service\"",
                        "candidateGroups=\"${owner}\"",
                        "there is no group ${owner}"),
                fault(" camunda:formRef=\"inspect-goods\"", "", "there is no form null"),
                fault("formRef=\"inspect-goods\"", "formRef=\"look-at-goods\"", "there is no form look-at-goods"),
                fault("formRef=\"inspect-goods\"", "formRef=\"return-goods\"", "its form is inspect-goods"),
                fault(
                        "formRef=\"return-goods\"",
                        "formRef=\"give-goods\"",
                        "startEvent_goodsReturned: there is no form"),
                fault(
                        "inspect-goods\" camunda:formRefBinding=\"latest\"",
                        "inspect-goods\" camunda:formRefBinding=\"deployment\"",
                        "bound to “latest”"),
                fault(
                        "return-goods\" camunda:formRefBinding=\"latest\"",
                        "return-goods\"",
                        "startEvent_goodsReturned: the form is bound"),
                fault(" camunda:dueDate=\"PT24H\"", "", "has no due date"),
                fault("dueDate=\"PT24H\"", "dueDate=\"${soon}\"", "the due date ${soon} asks the deadlines"),
                fault(" camunda:asyncAfter=\"true\"", "", "userTask_inspectGoods: what was submitted is not kept"),
                // What goes in and out
                mapping("<camunda:outputParameter name=\"paid\">${refundDue ? 'yes' : 'no'}</camunda:outputParameter>"),
                mapping("<camunda:outputParameter name=\"paid\">${refundDue == true}</camunda:outputParameter>"),
                mapping("<camunda:inputParameter name=\"paid\">${deadlines.task(execution)}</camunda:inputParameter>"),
                mapping("<camunda:inputParameter name=\"paid\">${a}${b}</camunda:inputParameter>"),
                mapping(
                        "<camunda:inputParameter name=\"paid\"><camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:inputParameter>"),
                called("<camunda:in sourceExpression=\"${not refundDue}\" target=\"paid\" />", "the mapping of paid"),
                called("<camunda:out sourceExpression=\"${a.b}\" target=\"paid\" />", "the mapping of paid"),
                called("<camunda:in businessKey=\"${caseId}\" />", "the business key is"),
                // Gateways
                fault("Refund due?", "Refund due", "asks no question"),
                fault(" default=\"flow_noToExplanation\"", "", "has no default flow"),
                fault(
                        "id=\"flow_noToExplanation\" name=\"No\"",
                        "id=\"flow_noToExplanation\"",
                        "flow_noToExplanation: does not answer the question"),
                fault(
                        part("<bpmn:conditionExpression", "</bpmn:conditionExpression>"),
                        "",
                        "flow_yesToPayRefund: has no condition"),
                fault(
                        "id=\"gateway_returnSettled\"",
                        "id=\"gateway_returnSettled\" name=\"Return settled\"",
                        "asks nothing has no label"),
                fault(
                        "id=\"flow_toRefundDue\"",
                        "id=\"flow_toRefundDue\" name=\"Inspected\"",
                        "answers no question has no label"),
                fault("${refundDue == true", "${refunds.due(caseId) == true", "only reads variables"),
                fault("${refundDue == true", "${refundOwed == true", "does not declare refundOwed"),
                // Events and calls
                fault("${deadlines.overdue(execution, 'TASK')}", "${later}", "the time ${later} asks the deadlines"),
                fault("${deadlines.overdue(execution, 'TASK')}", "tomorrow", "the time tomorrow asks the deadlines"),
                fault("name=\"return.withdrawn\"", "name=\"ReturnWithdrawn\"", "is not noun.verb"),
                fault("calledElement=\"${explanation}\"", "calledElement=\"apology\"", "there is no process apology"),
                fault(
                        "camunda:asyncBefore=\"true\" calledElement",
                        "calledElement",
                        "called by route and has no save point"),
                // Layout
                fault(
                        "<dc:Bounds x=\"520\" y=\"180\"",
                        "<dc:Bounds x=\"523\" y=\"180\"",
                        "serviceTask_payRefund: its centre lies"),
                fault(
                        "<dc:Bounds x=\"162\" y=\"202\"",
                        "<dc:Bounds x=\"160\" y=\"202\"",
                        "startEvent_goodsReturned: its centre lies"),
                fault(
                        "y=\"180\" width=\"100\" height=\"80\"",
                        "y=\"180\" width=\"120\" height=\"80\"",
                        "is 100 by 80 px"),
                fault("width=\"50\" height=\"50\"", "width=\"40\" height=\"40\"", "is 50 by 50 px"),
                fault("width=\"36\" height=\"36\"", "width=\"40\" height=\"40\"", "is 36 by 36 px"),
                fault("width=\"260\" height=\"140\"", "width=\"263\" height=\"140\"", "a frame lies on the grid"),
                fault(
                        "<di:waypoint x=\"440\" y=\"340\" />",
                        "<di:waypoint x=\"450\" y=\"340\" />",
                        "flow_noToExplanation: runs aslant"),
                fault(
                        "<di:waypoint x=\"228\"",
                        "<di:waypoint x=\"300\"",
                        "flow_toGoodsHandedBack: leaves less than 50 px"),
                fault(
                        part("<bpmndi:BPMNEdge id=\"flow_yesToPayRefund_di\"", "</bpmndi:BPMNEdge>"),
                        "",
                        "flow_yesToPayRefund: is not drawn"),
                fault(
                        part("<bpmndi:BPMNShape id=\"gateway_refundDue_di\"", "</bpmndi:BPMNShape>"),
                        "",
                        "gateway_refundDue: is not drawn"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void findsTheFault(String sound, String spoilt, String finding) {
        assertThat(SOUND.contains(sound))
                .as("the sound diagram holds %s", sound)
                .isTrue();
        assertThat(findings(SOUND.replace(sound, spoilt)))
                .anySatisfy(sentence -> assertThat(sentence).contains(finding));
    }

    @Test
    void findsAProcessWithoutAContract() {
        assertThat(ModelRules.findings(Diagram.of("goods-return", SOUND), house(null)))
                .singleElement()
                .asString()
                .contains("no class *Process declares it");
    }

    @Test
    void findsAContractThatIsTooLong() {
        Contract longer = new Contract(CONTRACT.home(), CONTRACT.key(), CONTRACT.variables(), 61);
        assertThat(ModelRules.findings(Diagram.of("goods-return", SOUND), house(longer)))
                .singleElement()
                .asString()
                .contains("61 lines");
    }

    @Test
    void needsNoSavePointAtTheBeginningOfACalledProcess() {
        String called = SOUND.replace(
                        "isExecutable=\"true\"", "isExecutable=\"true\" camunda:isStartableInTasklist=\"false\"")
                .replace(
                        "sourceRef=\"gateway_refundDue\" targetRef=\"serviceTask_payRefund\"",
                        "sourceRef=\"startEvent_goodsReturned\" targetRef=\"serviceTask_payRefund\"")
                .replace("camunda:asyncBefore=\"true\" camunda:delegateExpression", "camunda:delegateExpression");
        assertThat(findings(called))
                .noneSatisfy(finding -> assertThat(finding).contains("serviceTask_payRefund: has no save point"))
                .anySatisfy(finding -> assertThat(finding).contains("serviceTask_remindInspector: has no save point"));
    }

    @Test
    void needsNoSavePointWhereTheNextStepWaits() {
        String waiting = SOUND.replace(" camunda:asyncAfter=\"true\"", "")
                .replace("id=\"gateway_refundDue\"", "id=\"gateway_refundDue\" camunda:asyncBefore=\"true\"");
        assertThat(findings(waiting)).isEmpty();
    }

    @Test
    void letsAMappingPassVariablesAndLiterals() {
        assertThat(findings(SOUND.replace(CALL, CALL.replace("</bpmn:extensionElements>", """
                                <camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in source="caseId" target="caseId" />
                                <camunda:in sourceExpression="${caseId}" target="id" /><camunda:inputOutput>
                                <camunda:inputParameter name="a" /><camunda:inputParameter name="b">${0}</camunda:inputParameter>
                                <camunda:inputParameter name="c">${caseId}</camunda:inputParameter>
                                <camunda:outputParameter name="d">done</camunda:outputParameter>
                                <camunda:outputParameter name="e">${null}</camunda:outputParameter></camunda:inputOutput>
                                </bpmn:extensionElements>"""))))
                .isEmpty();
    }

    private static Arguments mapping(String parameter) {
        return called("<camunda:inputOutput>" + parameter + "</camunda:inputOutput>", "the mapping of paid computes");
    }

    private static Arguments called(String mapping, String finding) {
        return fault(CALL, CALL.replace("</bpmn:extensionElements>", mapping + "</bpmn:extensionElements>"), finding);
    }

    /** The first piece of the sound diagram that begins and ends so. */
    private static String part(String start, String end) {
        int from = SOUND.indexOf(start);
        return SOUND.substring(from, SOUND.indexOf(end, from) + end.length());
    }

    private static Arguments fault(String sound, String spoilt, String finding) {
        return arguments(sound, spoilt, finding);
    }

    private static List<String> findings(String diagram) {
        return ModelRules.findings(Diagram.of("goods-return", diagram), HOUSE);
    }

    private static Contract contract() {
        try {
            return Contract.of(Class.forName("io.redress.rules.sample.GoodsReturnProcess"), Path.of("src/test/java"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static House house(Contract contract) {
        return new House(
                Map.of(
                        "return-goods", form("return-goods", "phone", "\"properties\":{\"personal\":\"contact\"}"),
                        "inspect-goods", form("inspect-goods", "refundDue", "\"disabled\":false")),
                Set.of("customer-service"),
                Set.of("goods-return"),
                contract == null ? Map.of() : Map.of(contract.key(), contract));
    }

    private static Form form(String id, String key, String property) {
        String json = "{\"type\":\"default\",\"id\":\"%s\",\"components\":[{\"type\":\"textfield\",\"key\":\"%s\",%s}]}"
                .formatted(id, key, property);
        return Form.parse(json.getBytes(StandardCharsets.UTF_8), House.SENTENCES);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
