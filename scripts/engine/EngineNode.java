import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One real OpenSearch node on the loopback, to try and to test with: `java EngineNode.java <folder> <port, 0 for any>
 * [<setting>=<value>…]`; alone, unless the settings name others.
 * Prints its address in a line of its own, and ends when its standard input does, so that none outlives its starter.
 */
final class EngineNode extends Node {
	private EngineNode(Settings settings) {
		super(
			InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "policy-writing"),
			List.<Class<? extends Plugin>>of(Netty4Plugin.class, CommonAnalysisPlugin.class),
			false);
	}

	public static void main(String[] arguments) throws Exception {
		Path home = Path.of(arguments[0]).toAbsolutePath();
		Files.createDirectories(home);
		Settings.Builder settings = Settings.builder()
			.put("path.home", home)
			.put("cluster.name", "policy-writing")
			.put("node.name", "policy-writing")
			.put("network.host", "127.0.0.1")
			.put("http.port", arguments[1])
			.put("transport.port", "0")
			.put("node.store.allow_mmap", false)
			.put("node.processors", 1)
			// What the serial collector has not yet thrown away would count as used, and be refused for ever.
			.put("indices.breaker.total.use_real_memory", false)
			.put("cluster.routing.allocation.disk.threshold_enabled", false);
		for (String given : List.of(arguments).subList(2, arguments.length)) {
			int at = given.indexOf('=');
			settings.put(given.substring(0, at), given.substring(at + 1));
		}
		if (settings.get("discovery.seed_hosts") == null) settings.put("discovery.type", "single-node");
		try (EngineNode node = new EngineNode(settings.build())) {
			node.start();
			var address = node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress();
			System.out.println("listening " + address.address().getHostString() + ":" + address.getPort());
			while (System.in.read() >= 0) {
				// Nothing is said to it: it waits for the end.
			}
		}
	}
}
