package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fingerpost.platform.engine.ModelGuard;
import org.fingerpost.workbench.ModelBundle;
import org.springframework.stereotype.Component;

/** Everything that is checked before a model may be proposed; the same at every door. */
@Component
public class ModelChecks {

  /**
   * What is found in the files that changed, seen in the bundle they would be deployed with.
   *
   * @param changedFiles names of the files to look into; the others are only referred to
   */
  public List<Finding> check(ModelBundle proposed, Set<String> changedFiles) {
    var findings = new ArrayList<Finding>();
    proposed.files().forEach((name, bytes) -> {
      if (changedFiles.contains(name)) {
        ModelGuard.check(name, bytes)
            .forEach(
                refusal ->
                    findings.add(
                        new Finding(
                            Severity.ERROR, name, refusal.element(), refusal.element(), "guard", List.of(refusal.problem()))));
      }
    });
    return findings;
  }
}
