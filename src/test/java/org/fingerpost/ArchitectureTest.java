package org.fingerpost;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.person.EqualityAnswers;
import org.fingerpost.person.EthnicCategory;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.person.StatedSex;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rules of the house that a compiler cannot keep. Each failure says why the rule is there. */
@AnalyzeClasses(packages = "org.fingerpost", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final int LINES_OF_A_DELEGATE = 45;
  private static final int LINES_OF_A_TASK_FORM = 110;

  private static final DescribedPredicate<JavaClass> DELEGATES =
      DescribedPredicate.describe("delegates", type -> !type.isInterface() && type.isAssignableTo(JavaDelegate.class));

  private static final DescribedPredicate<JavaClass> TASK_FORMS =
      DescribedPredicate.describe("task forms", type -> !type.isInterface() && type.isAssignableTo(TaskForm.class));

  private static final Pattern OUTER_ROOM =
      Pattern.compile("org\\.fingerpost\\.\\w+\\.(process|web|api|persistence|engine|database)");

  // ---- the engine is an adapter

  @ArchTest
  static final ArchRule the_engine_is_spoken_only_at_the_edge =
      noClasses()
          .that()
          .resideOutsideOfPackages("..process..", "..platform.engine..", "..workbench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because(
              "the domain stays readable without knowing Camunda, and 7.24.0 is the last free Camunda 7: what speaks"
                  + " to the engine must be findable when we move to a maintained fork (src/docs/adr/0003)");

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of Spring, the engine, or an outer room",
                  type ->
                      type.getPackageName().startsWith("org.springframework")
                          || type.getPackageName().startsWith("org.camunda")
                          || OUTER_ROOM.matcher(type.getPackageName()).matches()))
          .because("rules about referrals are tested in milliseconds, and read by people who know neither framework");

  @ArchTest
  static final ArchRule pages_do_not_drive_the_engine =
      noClasses()
          .that()
          .resideInAnyPackage("..web..", "..api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..process..")
          .because("a page calls a use case; the use case speaks to the engine through its port");

  // ---- delegates and task forms look alike

  @ArchTest
  static final ArchRule delegates_look_alike =
      classes()
          .that(DELEGATES)
          .should()
          .resideInAPackage("..process..")
          .andShould()
          .haveSimpleNameEndingWith("Delegate")
          .andShould()
          .bePackagePrivate()
          .andShould()
          .beAnnotatedWith(Component.class)
          .andShould(takeAtMost(2, "a delegate carries out one use case, with one helper at most"))
          .andShould(haveAtMostLines(LINES_OF_A_DELEGATE))
          .because("whoever reads a box in the diagram opens exactly one small class");

  @ArchTest
  static final ArchRule task_forms_look_alike =
      classes()
          .that(TASK_FORMS)
          .should()
          .resideInAPackage("..process..")
          .andShould()
          .haveSimpleNameEndingWith("TaskForm")
          .andShould()
          .bePackagePrivate()
          .andShould()
          .beAnnotatedWith(Component.class)
          .andShould(takeAtMost(5, "a form shows what a few readers tell it and hands its answers to use cases"))
          .andShould(haveAtMostLines(LINES_OF_A_TASK_FORM))
          .because("whoever reads a form opens exactly one class: what it shows and what it submits to");

  @ArchTest
  static void a_task_form_is_of_the_form_it_is_named_after(JavaClasses classes) {
    var forms = ModelFiles.forms().stream().map(ModelFiles::stem).collect(Collectors.toCollection(TreeSet::new));
    var named =
        classes.stream()
            .filter(TASK_FORMS)
            .map(type -> kebab(type.getSimpleName().replaceFirst("TaskForm$", "")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("classes ...TaskForm, and files in forms/").isEqualTo(forms);
  }

  @ArchTest
  static void a_delegate_names_its_step_and_process(JavaClasses classes) {
    var says = Pattern.compile("Step \\{@code (\\w+)} in \\{@code ([a-z-]+)}\\.");
    var steps = steps();
    for (JavaClass delegate : classes.stream().filter(DELEGATES).toList()) {
      String javadoc = source(delegate).replaceAll("\\s+\\*?\\s*", " ");
      var step = says.matcher(javadoc);
      assertThat(step.find())
          .as("%s: its Javadoc says \"Step {@code serviceTask_x} in {@code process-id}.\"", delegate.getSimpleName())
          .isTrue();
      String bean = bean(delegate);
      assertThat(steps.get(step.group(2) + " " + step.group(1)))
          .as("%s says it is %s in %s", delegate.getSimpleName(), step.group(1), step.group(2))
          .isEqualTo(bean);
      assertThat(javadoc)
          .as("%s: its Javadoc says what it reads, writes, and does when repeated", delegate.getSimpleName())
          .contains("Reads ", "Writes ")
          .containsPattern("(Safe to repeat|Repeated only)");
    }
  }

  @ArchTest
  static void every_delegate_has_a_step_and_every_step_its_delegate(JavaClasses classes) {
    var delegates =
        classes.stream()
            .filter(DELEGATES)
            .map(ArchitectureTest::bean)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(new TreeSet<>(steps().values()))
        .as("delegates that the models in bpmn/ name, and delegates in Java")
        .isEqualTo(delegates);
  }

  @ArchTest
  static final ArchRule a_delegate_opens_no_transaction =
      noClasses()
          .that(DELEGATES.or(TASK_FORMS))
          .should()
          .beAnnotatedWith(Transactional.class)
          .because("a step runs in the engine's transaction, which carries domain, engine, outbox and audit at once");

  @ArchTest
  static final ArchRule a_delegates_methods_open_none_either =
      noMethods()
          .that()
          .areDeclaredInClassesThat(DELEGATES.or(TASK_FORMS))
          .should()
          .beAnnotatedWith(Transactional.class)
          .because("a step runs in the engine's transaction, which carries domain, engine, outbox and audit at once");

  // ---- no person in the engine

  @ArchTest
  static final ArchRule no_person_reaches_a_delegate =
      noClasses()
          .that(DELEGATES)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PersonDetails.class)
          .because("process variables and history keep what they get; people live in `person` (src/docs/adr/0004)");

  @ArchTest
  static final ArchRule which_groups_people_belong_to_is_kept_and_counted_and_handed_to_nobody =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.fingerpost.person", "org.fingerpost.intake.web", "org.fingerpost.referral.domain")
          .and()
          .doNotBelongToAnyOf(
              org.fingerpost.referral.ReceivingReferral.class, hidden("org.fingerpost.referral.GroupsOfReferrals"))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(EqualityAnswers.class, StatedSex.class, EthnicCategory.class)
          .because("no rule may ask for them and no process carry them (src/docs/adr/0042)");

  private static Class<?> hidden(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ArchTest
  static final ArchRule variables_are_written_through_the_contract =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform.engine..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "sets an untyped process variable",
                  (JavaMethodCall call) ->
                      call.getTarget().getName().matches("setVariable(Local)?")
                          && call.getTargetOwner().getPackageName().startsWith("org.camunda")))
          .because("a ProcessVariable knows its name and its type, and Facts take nothing else");

  // ---- time

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackages("..platform.engine..")
          .should()
          .callMethodWhere(asksTheMachineForTheTime())
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(Date.class)
          .because("there is one clock, the engine's: moving it in a demo or a test must move every date");

  @ArchTest
  static final ArchRule days_are_days_in_london =
      noClasses()
          .should()
          .callMethod(java.time.ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .because("a deadline must not depend on where the server stands");

  // ---- Spring

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .orShould()
          .beAnnotatedWith("jakarta.inject.Inject")
          .orShould()
          .beAnnotatedWith("jakarta.annotation.Resource")
          .orShould()
          .beAnnotatedWith("jakarta.persistence.PersistenceContext")
          .because("what a class needs stands in its constructor, where a test can give it");

  @ArchTest
  static final ArchRule fields_of_components_do_not_change =
      fields()
          .that()
          .areDeclaredInClassesThat(DELEGATES.or(TASK_FORMS))
          .should()
          .beFinal()
          .because("one delegate serves every referral at once");

  @ArchTest
  static final ArchRule transactions_are_opened_where_they_work =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should()
          .notBePrivate()
          .andShould()
          .notBeFinal()
          .because("Spring cannot open a transaction around a private or final method, and would not say so");

  // ---- what is said where

  @ArchTest
  static final ArchRule only_the_demo_prints =
      noClasses()
          .that(resideOutsideOfPackage("org.fingerpost.demo.."))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethodWhere(target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class)))))
          .because("the log has levels and is kept; the block of addresses and passwords is for the demo's visitor");

  @ArchTest
  static final ArchRule entities_stay_in_their_module =
      classes()
          .that()
          .areAnnotatedWith("jakarta.persistence.Entity")
          .should()
          .notBePublic()
          .orShould()
          .resideInAPackage("..domain..")
          .because("another module that loads an entity can change it; it gets a record of what it may know");

  private static DescribedPredicate<JavaMethodCall> asksTheMachineForTheTime() {
    Set<String> types =
        Stream.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                Year.class,
                YearMonth.class,
                ZonedDateTime.class)
            .map(Class::getName)
            .collect(Collectors.toSet());
    return DescribedPredicate.describe(
        "calls now() without a Clock",
        call ->
            call.getTarget().getName().equals("now")
                && types.contains(call.getTargetOwner().getName())
                && !rawParameterTypes(java.time.Clock.class).test(call.getTarget()));
  }

  private static ArchCondition<JavaClass> takeAtMost(int parameters, String why) {
    return new ArchCondition<>("take at most %d constructor parameters, because %s".formatted(parameters, why)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getConstructors()
            .forEach(
                constructor ->
                    events.add(
                        new SimpleConditionEvent(
                            type,
                            constructor.getRawParameterTypes().size() <= parameters,
                            "%s takes %d"
                                .formatted(type.getSimpleName(), constructor.getRawParameterTypes().size()))));
      }
    };
  }

  private static ArchCondition<JavaClass> haveAtMostLines(int lines) {
    return new ArchCondition<>(
        "have at most %d lines, because what is longer is a use case of the module".formatted(lines)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long found = source(type).lines().count();
        events.add(
            new SimpleConditionEvent(type, found <= lines, "%s has %d lines".formatted(type.getSimpleName(), found)));
      }
    };
  }

  /** Bean names by "process step", of every service and business rule task in the models. */
  private static TreeMap<String, String> steps() {
    var steps = new TreeMap<String, String>();
    for (Path file : ModelFiles.processes()) {
      BpmnModelInstance model = ModelFiles.process(file);
      String process = ModelFiles.stem(file);
      model.getModelElementsByType(ServiceTask.class)
          .forEach(task -> steps.put(process + " " + task.getId(), delegateOf(task.getCamundaDelegateExpression())));
      model.getModelElementsByType(BusinessRuleTask.class)
          .forEach(task -> steps.put(process + " " + task.getId(), delegateOf(task.getCamundaDelegateExpression())));
    }
    return steps;
  }

  private static String delegateOf(String expression) {
    return String.valueOf(expression).replaceAll("^\\$\\{(\\w+)}$", "$1");
  }

  private static String bean(JavaClass type) {
    String simple = type.getSimpleName();
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  private static String source(JavaClass type) {
    try {
      return Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
