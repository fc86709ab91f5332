package org.fingerpost.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The engine's form service, with a door to the domain in front of it.
 *
 * <p>A task's form is filled from the domain, and what is typed into it goes to the domain; the engine sees only the facts that the
 * form's {@link TaskForm} declares. Reading, checking, the use case and the completion of the task are one engine command in one
 * transaction. Whatever is wrong with the answers reaches Tasklist as a sentence in the reader's language, never as an error page.
 */
class FrontDoor extends FormServiceImpl {

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final int LONGEST_ANSWER = 4000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

  private static final Pattern OF_THE_DOMAIN = Pattern.compile("org\\.fingerpost\\.(?!platform\\.|identity\\.)");

  private static final ObjectMapper ANSWERS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private static final ThreadLocal<String> SUBMITTING = new ThreadLocal<>();

  private final ObjectProvider<TaskForm<?>> taskForms;
  private final ObjectProvider<Validator> validator;
  private final ObjectProvider<Words> words;
  private final ObjectProvider<DraftRows> drafts;
  private final ObjectProvider<AuditTrail> audit;
  private volatile Map<String, TaskForm<?>> formsById;

  FrontDoor(
      ObjectProvider<TaskForm<?>> taskForms,
      ObjectProvider<Validator> validator,
      ObjectProvider<Words> words,
      ObjectProvider<DraftRows> drafts,
      ObjectProvider<AuditTrail> audit) {
    this.taskForms = taskForms;
    this.validator = validator;
    this.words = words;
    this.drafts = drafts;
    this.audit = audit;
  }

  /** Whether the task is being finished through this door, in this thread. */
  static boolean isSubmitting(String taskId) {
    return Objects.equals(SUBMITTING.get(), taskId);
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return getTaskFormVariables(taskId, null, true);
  }

  @Override
  public VariableMap getTaskFormVariables(
      String taskId, Collection<String> names, boolean deserialize) {
    return commandExecutor.execute(
        context -> {
          TaskEntity task = taskFor(context, taskId, false);
          var atHand = atHand(context, task);
          var shown = new LinkedHashMap<String, Object>();
          shown.put("lang", atHand.language().code());
          shown.put("reference", atHand.subjectId());
          var form = formOf(task);
          recordLook(atHand, form);
          shown.putAll(context.runWithoutAuthorization(() -> form.show(atHand)).values());
          shown.putAll(typedSoFar(taskId, form));
          var variables = Variables.createVariables();
          shown.forEach(
              (key, value) -> {
                if (names == null || names.isEmpty() || names.contains(key)) {
                  variables.putValueTyped(key, typed(value));
                }
              });
          return variables;
        });
  }

  /**
   * Puts on record that somebody opened the form, in the transaction that reads it: what cannot be recorded is not shown. Only a
   * browser's request shows a form to anybody; whoever opens one from Java shows it to nobody.
   */
  private void recordLook(TaskAtHand task, TaskForm<?> form) {
    if (RequestContextHolder.getRequestAttributes() == null) {
      return;
    }
    var details = form.restricted() ? Map.<String, String>of() : Map.of("form", form.formId());
    String subject = Objects.requireNonNullElse(task.subjectId(), task.taskId());
    audit.getObject().record(new AuditEvent("task.form-seen", "task", subject, task.schemeId(), details));
  }

  /**
   * What was typed into the form before, under the form's own fields. Drafts are made in browsers, so only a browser's request looks
   * for one: whoever opens a form from Java types nothing.
   */
  private Map<String, Object> typedSoFar(String taskId, TaskForm<?> form) {
    if (RequestContextHolder.getRequestAttributes() == null) {
      return Map.of();
    }
    var typed = new LinkedHashMap<String, Object>();
    drafts
        .getObject()
        .find(taskId, form.formId())
        .ifPresent(
            draft ->
                fields(form)
                    .filter(draft.answers()::containsKey)
                    .forEach(field -> typed.put(field, draft.answers().get(field))));
    return typed;
  }

  private static Stream<String> fields(TaskForm<?> form) {
    return Stream.of(form.answers().getRecordComponents()).map(RecordComponent::getName);
  }

  /**
   * The form of an open task, for keeping its draft.
   *
   * @param toWork whether it must be the task of whoever asks, as for finishing it; otherwise they must be allowed to read it
   */
  OpenForm openForm(String taskId, boolean toWork) {
    return commandExecutor.execute(
        context -> {
          TaskEntity task = taskFor(context, taskId, toWork);
          String me = context.getAuthenticatedUserId();
          if (toWork && (me == null || !me.equals(task.getAssignee()))) {
            throw new AuthorizationException(say("platform.task.take-first"));
          }
          var form = formOf(task);
          return new OpenForm(form.formId(), fields(form).toList(), me);
        });
  }

  /**
   * @param fields keys of its input fields
   * @param userId who has it open
   */
  record OpenForm(String formId, List<String> fields, String userId) {}

  static boolean isUnreadable(String text) {
    return CONTROL.matcher(text).find();
  }

  @Override
  public InputStream getDeployedTaskForm(String taskId) {
    return commandExecutor.execute(
        context -> {
          taskFor(context, taskId, false);
          return new GetDeployedTaskFormCmd(taskId).execute(context);
        });
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> answers) {
    submit(taskId, answers);
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> answers, boolean deserialize) {
    submit(taskId, answers);
    return Variables.createVariables();
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, Map<String, Object> properties) {
    throw startsOnlyByReferral();
  }

  @Override
  public ProcessInstance submitStartForm(
      String definitionId, String businessKey, Map<String, Object> properties) {
    throw startsOnlyByReferral();
  }

  @Override
  @Deprecated
  public ProcessInstance submitStartFormData(String definitionId, Map<String, String> properties) {
    throw startsOnlyByReferral();
  }

  @Override
  @Deprecated
  public ProcessInstance submitStartFormData(
      String definitionId, String businessKey, Map<String, String> properties) {
    throw startsOnlyByReferral();
  }

  private static BadUserRequestException startsOnlyByReferral() {
    return new BadUserRequestException("A journey starts with a referral, not from here");
  }

  private void submit(String taskId, Map<String, Object> answers) {
    try {
      commandExecutor.execute(
          context -> {
            TaskEntity task = taskFor(context, taskId, true);
            var atHand = atHand(context, task);
            if (!Objects.equals(task.getAssignee(), atHand.userId())) {
              throw new InvalidInput("task", "platform.task.take-first");
            }
            // One read of the instance's executions, where completing the task would read them one by one.
            context.getExecutionManager().findExecutionsByProcessInstanceId(task.getProcessInstanceId());
            Facts facts = context.runWithoutAuthorization(() -> hand(formOf(task), atHand, answers));
            SUBMITTING.set(taskId);
            try {
              return new SubmitTaskFormCmd(taskId, facts.values(), false, false).execute(context);
            } finally {
              SUBMITTING.remove();
            }
          });
    } catch (InvalidInput e) {
      throw refusal(
          e.problems().stream()
              .map(p -> say(p.messageKey(), p.args().toArray()))
              .distinct()
              .collect(Collectors.joining(" ")));
    } catch (OptimisticLockingException e) {
      throw refusal(say("platform.task.changed-meanwhile"));
    } catch (BadUserRequestException e) {
      throw refusal(e.getMessage());
    } catch (AuthorizationException | FormFieldValidationException e) {
      throw e;
    } catch (RuntimeException e) {
      // The exception's own text may quote a row; its type, the place and the task are enough to look it up.
      LOG.error("Task {} could not be finished: {} at {}", taskId, e.getClass().getSimpleName(), ourPlaceIn(e));
      throw refusal(say("platform.task.not-saved"));
    }
  }

  private static String ourPlaceIn(Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> Stream.of(cause.getStackTrace()))
        .map(StackTraceElement::toString)
        .filter(frame -> OF_THE_DOMAIN.matcher(frame).lookingAt())
        .findFirst()
        .orElse("the engine");
  }

  private <A extends Record> Facts hand(
      TaskForm<A> form, TaskAtHand task, Map<String, Object> answers) {
    A typed = bind(form.answers(), plain(answers));
    var unmet =
        validator.getObject().validate(typed).stream()
            .sorted(java.util.Comparator.comparing(violation -> violation.getPropertyPath().toString()))
            .map(violation -> violation.getMessage())
            .distinct()
            .toList();
    if (!unmet.isEmpty()) {
      // Said by the constraint in the reader's language already, so not looked up again.
      throw refusal(String.join(" ", unmet));
    }
    return form.submit(task, typed);
  }

  private static <A extends Record> A bind(Class<A> type, Map<String, Object> answers) {
    answers.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            if (text.length() > LONGEST_ANSWER) {
              throw new InvalidInput(key, "platform.answer.too-long", LONGEST_ANSWER);
            }
            if (isUnreadable(text)) {
              throw new InvalidInput(key, "platform.answer.unreadable");
            }
          }
        });
    try {
      return ANSWERS.convertValue(answers, type);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
        throw new InvalidInput(
            unknown.getPropertyName(), "platform.answer.unknown", safe(unknown.getPropertyName()));
      }
      if (e.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
        throw new InvalidInput(
            mapping.getPath().get(0).getFieldName(), "platform.answer.not-understood");
      }
      throw new InvalidInput("form", "platform.answer.not-understood");
    }
  }

  /** A key that a caller made up is repeated only when it looks like a key. */
  private static String safe(String key) {
    return key.matches("[A-Za-z0-9]{1,40}") ? key : "?";
  }

  private static Map<String, Object> plain(Map<String, Object> answers) {
    var plain = new LinkedHashMap<String, Object>();
    if (answers == null) {
      return plain;
    }
    VariableMap typed = answers instanceof VariableMap map ? map : Variables.fromMap(answers);
    for (String key : typed.keySet()) {
      TypedValue value = typed.getValueTyped(key);
      if (value instanceof ObjectValue object && !object.isDeserialized()) {
        throw new InvalidInput(key, "platform.answer.not-understood");
      }
      plain.put(key, value instanceof OptionsValue options ? parse(key, options) : value.getValue());
    }
    return plain;
  }

  private static Object parse(String key, OptionsValue options) {
    try {
      return ANSWERS.readValue(options.text(), Object.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInput(key, "platform.answer.not-understood");
    }
  }

  private static TypedValue typed(Object value) {
    if (value instanceof String text) {
      return Variables.stringValue(text);
    }
    if (value instanceof Integer number) {
      return Variables.integerValue(number);
    }
    if (value instanceof Boolean flag) {
      return Variables.booleanValue(flag);
    }
    if (value instanceof Double number) {
      return Variables.doubleValue(number);
    }
    try {
      return new OptionsValue(ANSWERS.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Options are texts and can always be written", e);
    }
  }

  private TaskEntity taskFor(CommandContext context, String taskId, boolean toWork) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw new BadUserRequestException(say("platform.task.gone"));
    }
    try {
      for (var checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
        if (toWork) {
          checker.checkTaskWork(task);
        } else {
          checker.checkReadTaskVariable(task);
        }
      }
    } catch (ProcessEngineException e) {
      // Another role or another scheme: both hear the same, and nothing of the task.
      throw new AuthorizationException(say("platform.task.not-yours"));
    }
    return task;
  }

  private TaskAtHand atHand(CommandContext context, TaskEntity task) {
    return new TaskAtHand(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getProcessInstanceId(),
        task.getDescription(),
        task.getTenantId(),
        context.getAuthenticatedUserId(),
        language(),
        task::getVariable);
  }

  private TaskForm<?> formOf(TaskEntity task) {
    var expression = task.getTaskDefinition().getCamundaFormDefinitionKey();
    String formId = expression == null ? null : expression.getExpressionText();
    TaskForm<?> form = forms().get(formId);
    if (form == null) {
      throw new ProcessEngineException(
          "The form '%s' of %s has no home in the domain".formatted(formId, task.getTaskDefinitionKey()));
    }
    return form;
  }

  private Map<String, TaskForm<?>> forms() {
    if (formsById == null) {
      formsById = taskForms.stream().collect(Collectors.toUnmodifiableMap(TaskForm::formId, Function.identity()));
    }
    return formsById;
  }

  private FormFieldValidationException refusal(String sentence) {
    return new FormFieldValidationException("answers", sentence);
  }

  private static Language language() {
    return Language.of(LocaleContextHolder.getLocale());
  }

  private String say(String key, Object... args) {
    return words.getObject().say(language(), key, args);
  }
}
