package org.fingerpost.identity.process;

import static org.fingerpost.platform.Staff.COMMUNITY_OFFICERS;
import static org.fingerpost.platform.Staff.GRANT_PANEL;
import static org.fingerpost.platform.Staff.KITEMARK_ASSESSORS;
import static org.fingerpost.platform.Staff.LINK_WORKERS;
import static org.fingerpost.platform.Staff.TEAM_LEADS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people find in Tasklist on their first morning: the application opened to those who work with tasks, and filters that say
 * what to do today. Every filter restricts by the person or their role; none lists everybody's tasks.
 */
@Component
class TasklistSetUp implements SmartInitializingSingleton {

  private static final List<String> WORKS_IN_TASKLIST =
      List.of(LINK_WORKERS, TEAM_LEADS, KITEMARK_ASSESSORS, GRANT_PANEL, COMMUNITY_OFFICERS);
  private static final List<String> JOURNEY = List.of(LINK_WORKERS, TEAM_LEADS);
  private static final String ME = "${currentUser()}";
  private static final String MY_ROLES = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final TransactionTemplate transaction;

  TasklistSetUp(
      FilterService filters,
      TaskService tasks,
      AuthorizationService authorizations,
      TransactionTemplate transaction) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          WORKS_IN_TASKLIST.forEach(
              role -> grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
          filter(10, "Fy nhasgau / My tasks", mine(), WORKS_IN_TASKLIST);
          filter(
              20,
              "I'w cymryd / To take",
              tasks.createTaskQuery().taskCandidateGroupInExpression(MY_ROLES).taskUnassigned(),
              WORKS_IN_TASKLIST);
          filter(
              30,
              "Newydd yn fy ardal / New in my area",
              ofMyRoles().taskDefinitionKey("userTask_recordFirstContact"),
              JOURNEY);
          filter(
              40,
              "I'w gwneud heddiw / Due today",
              mine().dueBeforeExpression("${endOfToday()}"),
              WORKS_IN_TASKLIST);
          filter(45, "Fy rhai hwyr / My overdue tasks", mine().dueBeforeExpression("${now()}"), WORKS_IN_TASKLIST);
          filter(50, "Hwyr yn fy nhîm / Overdue in my team", ofMyRoles().dueBeforeExpression("${now()}"), JOURNEY);
          filter(
              60,
              "Yn aros am ddarparwr / Waiting for a provider",
              ofMyRoles().taskDefinitionKeyIn("userTask_awaitAnswer", "userTask_chaseProvider", "userTask_lookForPlace"),
              JOURNEY);
          filter(
              65,
              "Wedi'u hoedi / Paused introductions",
              ofMyRoles().processDefinitionKey("paused-introduction"),
              JOURNEY);
          filter(
              70,
              "Rhestr aros / Waiting list",
              ofMyRoles().processDefinitionKey("wait-for-link-worker"),
              List.of(TEAM_LEADS));
          filter(
              75,
              "Grwpiau / Groups",
              ofMyRoles().processDefinitionKeyIn("name-officer", "support-group", "start-group"),
              List.of(COMMUNITY_OFFICERS, TEAM_LEADS));
          filter(
              77,
              "Grantiau: i'w sgorio / Grants: to score",
              mine().taskDefinitionKey("userTask_scoreGrant"),
              List.of(GRANT_PANEL));
          filter(
              76,
              "Grantiau / Grants",
              ofMyRoles().processDefinitionKeyIn("project-grant", "check-grant", "pay-grant", "monitor-grant"),
              List.of(GRANT_PANEL, COMMUNITY_OFFICERS));
          filter(
              80, "Diogelu / Safeguarding", ofMyRoles().processDefinitionKey("safeguarding-concern"), List.of(TEAM_LEADS));
          filter(
              90,
              "Nod barcud: i'w asesu / Kite mark: to assess",
              ofMyRoles().taskDefinitionKeyIn("userTask_assessApplication", "userTask_confirmAsSecond"),
              List.of(KITEMARK_ASSESSORS));
          filter(
              95,
              "Nod barcud: i'w helpu / Kite mark: to help",
              ofMyRoles().taskDefinitionKey("userTask_helpOrganisation"),
              List.of(COMMUNITY_OFFICERS));
        });
  }

  private TaskQuery mine() {
    return tasks.createTaskQuery().taskAssigneeExpression(ME);
  }

  private TaskQuery ofMyRoles() {
    return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_ROLES).includeAssignedTasks();
  }

  private void filter(int position, String name, TaskQuery query, List<String> roles) {
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      return;
    }
    var filter = filters.newTaskFilter(name);
    filter.setQuery(query.orderByDueDate().asc());
    filter.setProperties(
        Map.of("priority", position, "color", "#1d4d3c", "refresh", true, "description", name));
    filters.saveFilter(filter);
    roles.forEach(role -> grant(role, Resources.FILTER, filter.getId(), Permissions.READ));
  }

  private void grant(String role, Resource resource, String id, Permissions permission) {
    boolean there =
        authorizations.createAuthorizationQuery().groupIdIn(role).resourceType(resource).resourceId(id).count() > 0;
    if (there) {
      return;
    }
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId(role);
    right.setResource(resource);
    right.setResourceId(id);
    right.addPermission(permission);
    authorizations.saveAuthorization(right);
  }
}
