package org.fingerpost.workbench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.fingerpost.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that came with the program, before the first request is served: the shared ones, and for each scheme with a
 * folder of its own the whole bundle with its variants laid over the shared files. Unchanged bundles are left alone, and what a
 * manager deployed since is never replaced silently.
 */
@Component
class ReleaseModels implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseModels.class);
  private static final String ROOT = "models/";

  private final ModelDeployer deployer;

  ReleaseModels(ModelDeployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var shared = new TreeMap<String, byte[]>();
    var own = new TreeMap<String, Map<String, byte[]>>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/**/*.*")) {
        String url = file.getURL().toString();
        String[] path = url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1).split("/");
        byte[] bytes = file.getContentAsByteArray();
        if (path.length == 2) {
          shared.put(path[0] + "/" + path[1], bytes);
        } else {
          own.computeIfAbsent(path[1], scheme -> new TreeMap<>()).put(path[0] + "/" + path[2], bytes);
        }
      }
    } catch (IOException e) {
      throw new StartRefused("The models of this release cannot be read.", "Build the program again with mvn package.", e);
    }
    deploy(new ModelBundle(null, shared));
    own.forEach((scheme, variants) -> deploy(new ModelBundle(scheme, laidOver(shared, variants))));
  }

  /** A scheme with tables of its own only needs those; a process or form of its own needs the files it is bound to as well. */
  private static Map<String, byte[]> laidOver(Map<String, byte[]> shared, Map<String, byte[]> variants) {
    if (variants.keySet().stream().allMatch(name -> name.endsWith(".dmn"))) {
      return variants;
    }
    var whole = new TreeMap<>(shared);
    whole.keySet().removeIf(name -> name.endsWith(".dmn"));
    whole.putAll(variants);
    return whole;
  }

  private void deploy(ModelBundle bundle) {
    var latest = deployer.latest(bundle.schemeId());
    if (latest.isPresent() && !latest.get().source().startsWith("release:")) {
      LOG.warn(
          "The models of {} were changed by {} since the last release and stay as they are",
          bundle.schemeId() == null ? "all schemes" : bundle.schemeId(),
          latest.get().deployedBy());
      return;
    }
    if (latest.isPresent() && latest.get().bundleHash().equals(bundle.hash())) {
      return;
    }
    try {
      deployer.deploy(bundle, "release:" + bundle.hash().substring(0, 12), "Came with the program");
    } catch (ModelsRefused e) {
      throw new StartRefused(e.getMessage(), "Correct the models named and start again.", e);
    }
  }
}
