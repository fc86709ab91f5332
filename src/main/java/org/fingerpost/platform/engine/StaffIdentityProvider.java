package org.fingerpost.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.fingerpost.platform.Staff;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's users, groups and tenants are our accounts, roles and schemes, and the engine cannot write them. Being read-only is
 * what closes CVE-2026-77226: the webapps' set-up page creates an administrator only where users can be written.
 */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

  private final StaffIdentities identities;

  private StaffIdentityProvider(StaffIdentities identities) {
    this.identities = identities;
  }

  record Factory(ObjectProvider<StaffIdentities> identities) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new StaffIdentityProvider(identities.getObject());
    }
  }

  /** Signing in is ours alone; no door of the engine checks passwords. */
  @Override
  public boolean checkPassword(String userId, String password) {
    return false;
  }

  @Override
  public User findUserById(String userId) {
    return identities.find(userId).map(StaffIdentityProvider::user).orElse(null);
  }

  @Override
  public UserQuery createUserQuery() {
    return new Users(identities);
  }

  @Override
  public UserQuery createUserQuery(CommandContext context) {
    return new Users(identities);
  }

  @Override
  public NativeUserQuery createNativeUserQuery() {
    throw new BadUserRequestException("Native user queries are not supported");
  }

  @Override
  public Group findGroupById(String groupId) {
    return Staff.ROLES.contains(groupId) ? group(groupId) : null;
  }

  @Override
  public GroupQuery createGroupQuery() {
    return new Groups(identities);
  }

  @Override
  public GroupQuery createGroupQuery(CommandContext context) {
    return new Groups(identities);
  }

  @Override
  public Tenant findTenantById(String tenantId) {
    return identities.schemeIds().contains(tenantId) ? tenant(tenantId) : null;
  }

  @Override
  public TenantQuery createTenantQuery() {
    return new Tenants(identities);
  }

  @Override
  public TenantQuery createTenantQuery(CommandContext context) {
    return new Tenants(identities);
  }

  @Override
  public void flush() {
    // nothing is ever written
  }

  @Override
  public void close() {
    // nothing is held open
  }

  private static User user(Staff.Member member) {
    var user = new UserEntity(member.userId());
    user.setFirstName(member.displayName());
    user.setLastName("");
    return user;
  }

  private static Group group(String id) {
    var group = new GroupEntity(id);
    group.setName(id);
    group.setType("role");
    return group;
  }

  private static Tenant tenant(String id) {
    var tenant = new TenantEntity(id);
    tenant.setName(id);
    return tenant;
  }

  private static <T, Q> List<T> page(Stream<Q> found, Function<Q, T> shape, Page page) {
    Stream<Q> rows =
        page == null ? found : found.skip(page.getFirstResult()).limit(page.getMaxResults());
    return rows.map(shape).toList();
  }

  private static Predicate<String> oneOf(String id, String[] ids) {
    Set<String> wanted = ids == null ? null : Set.of(ids);
    return candidate ->
        (id == null || id.equals(candidate)) && (wanted == null || wanted.contains(candidate));
  }

  private static final class Users extends UserQueryImpl {

    private static final long serialVersionUID = 1L;
    private final transient StaffIdentities identities;

    private Users(StaffIdentities identities) {
      super(org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
      this.identities = identities;
    }

    private Stream<Staff.Member> found() {
      return identities.all().stream()
          .filter(member -> oneOf(id, ids).test(member.userId()))
          .filter(member -> groupId == null || member.holds(groupId))
          .filter(member -> tenantId == null || tenantId.equals(member.schemeId()));
    }

    @Override
    public long executeCount(CommandContext context) {
      return found().count();
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
      return page(found(), StaffIdentityProvider::user, page);
    }
  }

  private static final class Groups extends GroupQueryImpl {

    private static final long serialVersionUID = 1L;
    private final transient StaffIdentities identities;

    private Groups(StaffIdentities identities) {
      super(org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
      this.identities = identities;
    }

    private Stream<String> found() {
      Stream<String> roles =
          userId == null
              ? Staff.ROLES.stream().sorted()
              : identities.find(userId).map(Staff.Member::roles).orElse(List.of()).stream();
      return roles.filter(oneOf(id, ids));
    }

    @Override
    public long executeCount(CommandContext context) {
      return found().count();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
      return page(found(), StaffIdentityProvider::group, page);
    }
  }

  private static final class Tenants extends TenantQueryImpl {

    private static final long serialVersionUID = 1L;
    private final transient StaffIdentities identities;

    private Tenants(StaffIdentities identities) {
      super(org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
      this.identities = identities;
    }

    private Stream<String> found() {
      Stream<String> schemes =
          userId == null
              ? identities.schemeIds().stream()
              : identities.find(userId).map(Staff.Member::schemeId).stream();
      return schemes.filter(oneOf(id, ids));
    }

    @Override
    public long executeCount(CommandContext context) {
      return found().count();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, Page page) {
      return page(found(), StaffIdentityProvider::tenant, page);
    }
  }
}
