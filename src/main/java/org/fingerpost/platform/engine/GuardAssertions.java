package org.fingerpost.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.fingerpost.platform.StartRefused;

/** Reads the finished engine's settings back. One that the guard needs and does not find stops the start. */
final class GuardAssertions {

  private final List<String> wrong = new ArrayList<>();

  private GuardAssertions() {}

  /**
   * @throws StartRefused naming every setting that is not as it must be
   */
  static void check(ProcessEngineConfigurationImpl engine) {
    var assertions = new GuardAssertions();
    assertions.settings(engine);
    if (!assertions.wrong.isEmpty()) {
      throw new StartRefused(
          "The workflow engine is not guarded: %s.".formatted(String.join("; ", assertions.wrong)),
          "Take the override of these settings out of the configuration; Fingerpost sets them itself.");
    }
  }

  private void settings(ProcessEngineConfigurationImpl engine) {
    mustBe("authorization.enabled", engine.isAuthorizationEnabled(), true);
    mustBe("authorization.tenant-check-enabled", engine.isTenantCheckEnabled(), true);
    mustBe("authorization.enabled-for-custom-code", engine.isAuthorizationEnabledForCustomCode(), false);
    mustBe("enableExpressionsInAdhocQueries", engine.isEnableExpressionsInAdhocQueries(), false);
    mustBe("enableXxeProcessing", engine.isEnableXxeProcessing(), false);
    mustBe("javaSerializationFormatEnabled", engine.isJavaSerializationFormatEnabled(), false);
    mustBe("deserializationTypeValidationEnabled", engine.isDeserializationTypeValidationEnabled(), true);
    mustBe("cmmnEnabled", engine.isCmmnEnabled(), false);
    mustBe("standaloneTasksEnabled", engine.isStandaloneTasksEnabled(), false);
    mustBe("enforceSpecificVariablePermission", engine.isEnforceSpecificVariablePermission(), true);
    mustBe("enableCmdExceptionLogging", engine.isEnableCmdExceptionLogging(), false);
    mustBe("enforceHistoryTimeToLive", engine.isEnforceHistoryTimeToLive(), true);
    mustBe("historyRemovalTimeStrategy", engine.getHistoryRemovalTimeStrategy(), "none");
    mustBe("history-level", engine.getHistoryLevel().getName(), HistoryLevel.HISTORY_LEVEL_FULL.getName());
    mustBe("default-serialization-format", engine.getDefaultSerializationFormat(), "application/json");
    mustBe("database.schema-update", engine.getDatabaseSchemaUpdate(), "false");
    mustBe("expression manager", type(engine.getExpressionManager()), GuardedExpressions.class);
    mustBe("script engine resolver", type(engine.getScriptEngineResolver()), NoScripts.class);
    mustBe("artifact factory", type(engine.getArtifactFactory()), NoClassesByName.class);
    mustBe("form service", type(engine.getFormService()), FrontDoor.class);
    mustBe("task service", type(engine.getTaskService()), FormTasks.class);
    mustBe("tenant provider", type(engine.getTenantIdProvider()), SchemeTenants.class);
    mustBe("identity provider", type(engine.getIdentityProviderSessionFactory()), StaffIdentityProvider.Factory.class);
    mustBe("authorisations of tasks", type(engine.getResourceAuthorizationProvider()), NoRowPerTask.class);
    mustBe("task permission", engine.getDefaultUserPermissionForTask(), Permissions.TASK_WORK);
    mustBe(
        "command checkers",
        engine.getCommandCheckers().stream().map(Object::getClass).collect(Collectors.toSet()),
        Set.of(TaskSchemeChecker.class, TaskRoleChecker.class));
    mustBe(
        "model guard",
        engine.getDeployers().stream().findFirst().map(Object::getClass).orElse(null),
        ModelGuardDeployer.class);
    mustBe("string variables", type(engine.getVariableSerializers().getSerializerByName("string")), CodeOnlyStrings.class);
    for (String refused : List.of("object", "file", "bytes")) {
      mustBe(refused + " variables", type(engine.getVariableSerializers().getSerializerByName(refused)), RefusedValues.class);
    }
  }

  private void mustBe(String setting, Object found, Object expected) {
    if (!expected.equals(found)) {
      wrong.add("%s is %s and must be %s".formatted(setting, simple(found), simple(expected)));
    }
  }

  private static Class<?> type(Object part) {
    return part == null ? null : part.getClass();
  }

  private static Object simple(Object value) {
    return value instanceof Class<?> type ? type.getSimpleName() : value;
  }
}
