package org.fingerpost.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Alters one setting of the running engine after the other, for the length of one check, and puts it back. */
@FingerpostTest
class GuardAssertionsTest {

  @Autowired ProcessEngine engine;

  /** A setting: how it is read, how it is written, and a value it must not have. */
  private record Setting<T>(
      Function<ProcessEngineConfigurationImpl, T> get, BiConsumer<ProcessEngineConfigurationImpl, T> set, T wrong) {

    private void check(ProcessEngineConfigurationImpl live, Runnable whileWrong) {
      T right = get.apply(live);
      set.accept(live, wrong);
      try {
        whileWrong.run();
      } finally {
        set.accept(live, right);
      }
    }
  }

  private static <T> Arguments setting(
      String name,
      Function<ProcessEngineConfigurationImpl, T> get,
      BiConsumer<ProcessEngineConfigurationImpl, T> set,
      T wrong) {
    return arguments(name, new Setting<>(get, set, wrong));
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        setting(
            "authorization.enabled",
            ProcessEngineConfigurationImpl::isAuthorizationEnabled,
            ProcessEngineConfigurationImpl::setAuthorizationEnabled,
            false),
        setting(
            "authorization.tenant-check-enabled",
            ProcessEngineConfigurationImpl::isTenantCheckEnabled,
            ProcessEngineConfigurationImpl::setTenantCheckEnabled,
            false),
        setting(
            "authorization.enabled-for-custom-code",
            ProcessEngineConfigurationImpl::isAuthorizationEnabledForCustomCode,
            ProcessEngineConfigurationImpl::setAuthorizationEnabledForCustomCode,
            true),
        setting(
            "enableExpressionsInAdhocQueries",
            ProcessEngineConfigurationImpl::isEnableExpressionsInAdhocQueries,
            ProcessEngineConfigurationImpl::setEnableExpressionsInAdhocQueries,
            true),
        setting(
            "enableXxeProcessing",
            ProcessEngineConfigurationImpl::isEnableXxeProcessing,
            ProcessEngineConfigurationImpl::setEnableXxeProcessing,
            true),
        setting(
            "javaSerializationFormatEnabled",
            ProcessEngineConfigurationImpl::isJavaSerializationFormatEnabled,
            ProcessEngineConfigurationImpl::setJavaSerializationFormatEnabled,
            true),
        setting(
            "deserializationTypeValidationEnabled",
            ProcessEngineConfigurationImpl::isDeserializationTypeValidationEnabled,
            ProcessEngineConfigurationImpl::setDeserializationTypeValidationEnabled,
            false),
        setting(
            "cmmnEnabled",
            ProcessEngineConfigurationImpl::isCmmnEnabled,
            ProcessEngineConfigurationImpl::setCmmnEnabled,
            true),
        setting(
            "standaloneTasksEnabled",
            ProcessEngineConfigurationImpl::isStandaloneTasksEnabled,
            ProcessEngineConfigurationImpl::setStandaloneTasksEnabled,
            true),
        setting(
            "enforceSpecificVariablePermission",
            ProcessEngineConfigurationImpl::isEnforceSpecificVariablePermission,
            ProcessEngineConfigurationImpl::setEnforceSpecificVariablePermission,
            false),
        setting(
            "enableCmdExceptionLogging",
            ProcessEngineConfigurationImpl::isEnableCmdExceptionLogging,
            ProcessEngineConfigurationImpl::setEnableCmdExceptionLogging,
            true),
        setting(
            "enforceHistoryTimeToLive",
            ProcessEngineConfigurationImpl::isEnforceHistoryTimeToLive,
            ProcessEngineConfigurationImpl::setEnforceHistoryTimeToLive,
            false),
        setting(
            "historyRemovalTimeStrategy",
            ProcessEngineConfigurationImpl::getHistoryRemovalTimeStrategy,
            ProcessEngineConfigurationImpl::setHistoryRemovalTimeStrategy,
            "start"),
        setting(
            "history-level",
            ProcessEngineConfigurationImpl::getHistoryLevel,
            ProcessEngineConfigurationImpl::setHistoryLevel,
            HistoryLevel.HISTORY_LEVEL_NONE),
        setting(
            "default-serialization-format",
            ProcessEngineConfigurationImpl::getDefaultSerializationFormat,
            ProcessEngineConfigurationImpl::setDefaultSerializationFormat,
            "application/x-java-serialized-object"),
        setting(
            "database.schema-update",
            ProcessEngineConfigurationImpl::getDatabaseSchemaUpdate,
            ProcessEngineConfigurationImpl::setDatabaseSchemaUpdate,
            "true"),
        setting(
            "task permission",
            ProcessEngineConfigurationImpl::getDefaultUserPermissionForTask,
            ProcessEngineConfigurationImpl::setDefaultUserPermissionForTask,
            org.camunda.bpm.engine.authorization.Permissions.UPDATE),
        setting(
            "expression manager",
            ProcessEngineConfigurationImpl::getExpressionManager,
            ProcessEngineConfigurationImpl::setExpressionManager,
            new JuelExpressionManager()),
        setting(
            "script engine resolver",
            ProcessEngineConfigurationImpl::getScriptEngineResolver,
            ProcessEngineConfigurationImpl::setScriptEngineResolver,
            new DefaultScriptEngineResolver(new javax.script.ScriptEngineManager())),
        setting(
            "artifact factory",
            ProcessEngineConfigurationImpl::getArtifactFactory,
            ProcessEngineConfigurationImpl::setArtifactFactory,
            new org.camunda.bpm.engine.impl.DefaultArtifactFactory()),
        setting(
            "form service",
            ProcessEngineConfigurationImpl::getFormService,
            ProcessEngineConfigurationImpl::setFormService,
            new FormServiceImpl()),
        setting(
            "task service",
            ProcessEngineConfigurationImpl::getTaskService,
            ProcessEngineConfigurationImpl::setTaskService,
            new TaskServiceImpl()),
        setting(
            "tenant provider",
            ProcessEngineConfigurationImpl::getTenantIdProvider,
            ProcessEngineConfigurationImpl::setTenantIdProvider,
            null),
        setting(
            "identity provider",
            ProcessEngineConfigurationImpl::getIdentityProviderSessionFactory,
            ProcessEngineConfigurationImpl::setIdentityProviderSessionFactory,
            (SessionFactory) new GenericManagerFactory(DbIdentityServiceProvider.class)),
        setting(
            "command checkers",
            ProcessEngineConfigurationImpl::getCommandCheckers,
            ProcessEngineConfigurationImpl::setCommandCheckers,
            List.of(new TaskRoleChecker())),
        setting(
            "authorisations of tasks",
            ProcessEngineConfigurationImpl::getResourceAuthorizationProvider,
            ProcessEngineConfigurationImpl::setResourceAuthorizationProvider,
            new DefaultAuthorizationProvider()),
        setting("model guard", GuardAssertionsTest::deployers, GuardAssertionsTest::setDeployers, List.<Deployer>of()),
        setting(
            "string variables",
            GuardAssertionsTest::serializers,
            GuardAssertionsTest::setSerializers,
            serializersWith(new StringValueSerializer())),
        setting(
            "object variables",
            GuardAssertionsTest::serializers,
            GuardAssertionsTest::setSerializers,
            serializersWith(new CodeOnlyStrings())));
  }

  private static List<TypedValueSerializer<?>> serializersWith(TypedValueSerializer<?> strings) {
    return List.of(strings);
  }

  private static List<Deployer> deployers(ProcessEngineConfigurationImpl live) {
    return new ArrayList<>(live.getDeployers());
  }

  private static void setDeployers(ProcessEngineConfigurationImpl live, List<Deployer> deployers) {
    live.getDeployers().clear();
    live.getDeployers().addAll(deployers);
  }

  private static List<TypedValueSerializer<?>> serializers(ProcessEngineConfigurationImpl live) {
    return new ArrayList<>(live.getVariableSerializers().getSerializers());
  }

  private static void setSerializers(ProcessEngineConfigurationImpl live, List<TypedValueSerializer<?>> serializers) {
    ((DefaultVariableSerializers) live.getVariableSerializers()).setSerializerList(new ArrayList<>(serializers));
  }

  private ProcessEngineConfigurationImpl live() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Test
  void the_engine_as_it_runs_is_guarded() {
    assertThatCode(() -> GuardAssertions.check(live())).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void the_start_is_refused_when_this_is_altered(String name, Setting<?> setting) {
    setting.check(
        live(),
        () ->
            assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> GuardAssertions.check(live()))
                .withMessageContaining("not guarded")
                .withMessageContaining(name)
                .satisfies(refused -> assertThat(refused.action()).isNotBlank()));
    assertThatCode(() -> GuardAssertions.check(live())).doesNotThrowAnyException();
  }
}
