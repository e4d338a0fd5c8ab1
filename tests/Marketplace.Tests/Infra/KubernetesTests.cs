using System.Net;
using k8s.Models;

namespace Marketplace.Tests.Infra;

/// <summary>infra/kubernetes says what it means to. There is no cluster here: it was never applied.</summary>
public sealed class KubernetesTests(MarketplaceApp app)
{
    private static readonly Cluster Declared = Cluster.Declared;

    public static TheoryData<string> Pods { get; } = [.. Declared.Pods().Select(pod => pod.Name)];

    public static TheoryData<string> Deployments { get; } = [.. Declared.All<V1Deployment>().Select(deployment => deployment.Metadata.Name)];

    public static TheoryData<string> Kustomizations { get; } = [.. Repository.Files(Cluster.Folder, "kustomization.yaml").Select(file => Path.GetDirectoryName(file)!)];

    [Theory]
    [MemberData(nameof(Kustomizations))]
    public void A_kustomization_names_every_file_beside_it_and_an_image_for_every_pod(string folder)
    {
        var kustomization = Cluster.KustomizationOf(folder);
        var beside = Repository.Files(folder, ".yaml").Select(file => Path.GetFileName(file)).Except(["kustomization.yaml", "secrets.example.yaml"]);
        var images = beside.SelectMany(file => Repository.Read(Path.Combine(folder, file)).Split('\n')).Where(line => line.Trim().StartsWith("image: ", StringComparison.Ordinal)).Select(line => line.Trim()["image: ".Length..]).Distinct();

        Assert.Equal(Cluster.Namespace, kustomization.Namespace);
        Assert.Equal(beside.Order(StringComparer.Ordinal), kustomization.Resources.Order(StringComparer.Ordinal));
        Assert.Equal(images.Order(StringComparer.Ordinal), kustomization.Images.Select(image => image.Name).Order(StringComparer.Ordinal));
        Assert.All(kustomization.Images, image => Assert.Matches(@"^\d+\.\d+\.\d+$", image.NewTag));
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void A_deployment_its_service_its_budget_and_its_scaler_mean_the_same_pods(string name)
    {
        var deployment = Declared.The<V1Deployment>(name);
        var labels = deployment.Spec.Template.Metadata.Labels;
        var service = Declared.The<V1Service>(name);
        var container = deployment.Spec.Template.Spec.Containers.Single();

        Assert.All(deployment.Spec.Selector.MatchLabels.Concat(service.Spec.Selector).Concat(Declared.The<V1PodDisruptionBudget>(name).Spec.Selector.MatchLabels), label => Assert.Contains(label, labels));
        Assert.All(deployment.Spec.Template.Spec.TopologySpreadConstraints.SelectMany(spread => spread.LabelSelector.MatchLabels), label => Assert.Contains(label, labels));
        Assert.Equal(container.Ports.Single().Name, (string)service.Spec.Ports.Single().TargetPort);
        Assert.Equal(container.Ports.Single().ContainerPort, service.Spec.Ports.Single().Port);

        var scaler = Declared.The<V2HorizontalPodAutoscaler>(name).Spec;
        Assert.Equal((deployment.ApiVersion, deployment.Kind, name), (scaler.ScaleTargetRef.ApiVersion, scaler.ScaleTargetRef.Kind, scaler.ScaleTargetRef.Name));
        Assert.Equal(deployment.Spec.Replicas, scaler.MinReplicas);
        Assert.True(scaler.MinReplicas >= 2 && scaler.MaxReplicas > scaler.MinReplicas);
        // What scales by use of a processor needs to know what was asked for.
        Assert.Contains("cpu", container.Resources.Requests.Keys);
    }

    [Theory]
    [MemberData(nameof(Pods))]
    public void A_pod_may_do_no_more_than_it_must(string name)
    {
        var pod = Declared.Pods().Single(pod => pod.Name == name).Template.Spec;
        var container = pod.Containers.Single();

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.True(pod.SecurityContext.RunAsUser > 0);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.False(pod.EnableServiceLinks);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.All(new[] { container.Resources.Requests, container.Resources.Limits }, sizes => Assert.Equal(["cpu", "memory"], sizes.Keys.Order(StringComparer.Ordinal)));
        Assert.All(container.Resources.Requests, asked => Assert.True(asked.Value.ToDecimal() <= container.Resources.Limits[asked.Key].ToDecimal(), asked.Key));
        Assert.Equal(pod.Volumes.Select(volume => volume.Name).Order(StringComparer.Ordinal), container.VolumeMounts.Select(mount => mount.Name).Order(StringComparer.Ordinal));
        Assert.All(pod.Volumes.Where(volume => volume.EmptyDir is not null), volume => Assert.NotNull(volume.EmptyDir.SizeLimit));
    }

    [Fact]
    public void Each_deployment_has_an_account_of_its_own_without_a_token()
    {
        var accounts = Declared.All<V1ServiceAccount>().ToDictionary(account => account.Metadata.Name);

        Assert.All(Declared.All<V1Deployment>(), deployment => Assert.False(accounts[deployment.Spec.Template.Spec.ServiceAccountName].AutomountServiceAccountToken));
        Assert.Equal(Deployments.Select(row => row.Data).Order(StringComparer.Ordinal), accounts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_host_answers_where_its_probes_look()
    {
        var container = Declared.The<V1Deployment>("api").Spec.Template.Spec.Containers.Single();
        using var client = app.CreateClient();

        Assert.Equal(("/health/ready", "/health/ready", "/health/live"), (container.StartupProbe.HttpGet.Path, container.ReadinessProbe.HttpGet.Path, container.LivenessProbe.HttpGet.Path));
        foreach (var probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
        {
            using var answer = await client.GetAsync(probe.HttpGet.Path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(container.Ports.Single().Name, (string)probe.HttpGet.Port);
        }
    }

    [Fact]
    public void The_storefront_answers_where_its_probes_look()
    {
        var container = Declared.The<V1Deployment>("storefront").Spec.Template.Spec.Containers.Single();

        Assert.All(
            new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe },
            probe => Assert.True(Repository.Has($"web/src/routes{probe.HttpGet.Path}/+server.ts"), probe.HttpGet.Path));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("migrate")]
    public void The_host_knows_every_setting_and_accepts_its_value(string name)
    {
        var pod = Declared.Pods().Single(pod => pod.Name == name).Template;
        var environment = Declared.EnvironmentOf(pod);
        environment.Remove("POD_NAME");

        Assert.Empty(HostEnvironment.Unknown(environment.Keys));
        HostEnvironment.Accept(environment);
        if (environment.GetValueOrDefault("Search__CertificateAuthority") is { } authority)
        {
            Assert.Contains(pod.Spec.Containers.Single().VolumeMounts, mount => authority.StartsWith(mount.MountPath + "/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nobody_speaks_to_anybody_unless_a_policy_says_so()
    {
        var nobody = Declared.The<V1NetworkPolicy>("nobody").Spec;

        Assert.Null(nobody.PodSelector.MatchLabels);
        Assert.Equal(["Egress", "Ingress"], nobody.PolicyTypes.Order(StringComparer.Ordinal));
        Assert.Null(nobody.Ingress);
        Assert.Null(nobody.Egress);
        Assert.Contains(Declared.The<V1NetworkPolicy>("names").Spec.Egress.Single().Ports, port => port is { Protocol: "UDP" } && (string)port.Port == "53");
    }

    [Theory]
    [MemberData(nameof(Pods))]
    public void The_policies_let_a_pod_call_what_its_settings_name_and_nothing_else(string name)
    {
        var pod = Declared.Pods().Single(pod => pod.Name == name).Template;
        var calls = Declared.CallsOf(pod).Distinct().ToList();
        var rules = PoliciesOf(pod).SelectMany(policy => policy.Spec.Egress ?? []).Where(rule => rule.Ports.All(port => (string)port.Port != "53")).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Contains(rules, rule => Has(rule.Ports, call.Port) && rule.To.Any(peer => Means(peer, call.Service, call.Namespace))));
        Assert.All(rules, rule => Assert.All(rule.Ports, port => Assert.Contains(calls, call => (string)port.Port == $"{call.Port}" && rule.To.Any(peer => Means(peer, call.Service, call.Namespace)))));
        // Inside the namespace the one that is called must also be let in on.
        Assert.All(calls.Where(call => call.Namespace == Cluster.Namespace), call => Assert.Contains(
            PoliciesOf(Declared.Pods().Single(other => other.Name == call.Service).Template).SelectMany(policy => policy.Spec.Ingress ?? []),
            rule => Has(rule.Ports, call.Port) && rule.FromProperty.Any(peer => peer.NamespaceSelector is null && Selects(peer.PodSelector, pod))));
    }

    [Fact]
    public void The_ingress_leads_to_the_hosts_and_is_let_in()
    {
        var backend = Declared.The<V1Ingress>("shop").Spec.Rules.Single().Http.Paths.Single().Backend.Service;
        var api = Declared.Pods().Single(pod => pod.Name == backend.Name).Template;

        Assert.Equal(Declared.The<V1Service>("api").Spec.Ports.Single().Name, backend.Port.Name);
        Assert.Equal(["shop.example.vn"], Declared.The<V1Ingress>("shop").Spec.Tls.Single().Hosts);
        Assert.Contains(PoliciesOf(api).SelectMany(policy => policy.Spec.Ingress ?? []), rule => rule.FromProperty.Any(peer => peer.NamespaceSelector?.MatchLabels["kubernetes.io/metadata.name"] == "ingress-nginx"));
    }

    [Fact]
    public void No_secret_stands_in_a_file()
    {
        Assert.All(Declared.All<V1Secret>(), secret => Assert.All(secret.StringData, line => Assert.Equal("", line.Value)));
        Assert.All(Declared.All<V1Secret>(), secret => Assert.Null(secret.Data));
        Assert.DoesNotContain(Kustomizations.Select(row => Cluster.KustomizationOf(row.Data)), kustomization => kustomization.Resources.Contains("secrets.example.yaml"));
    }

    private static IEnumerable<V1NetworkPolicy> PoliciesOf(V1PodTemplateSpec pod) => Declared.All<V1NetworkPolicy>().Where(policy => Selects(policy.Spec.PodSelector, pod));

    private static bool Selects(V1LabelSelector selector, V1PodTemplateSpec pod) => selector.MatchLabels?.All(label => pod.Metadata.Labels.Contains(label)) ?? true;

    private static bool Has(IEnumerable<V1NetworkPolicyPort> ports, int port) => ports.Any(one => (string)one.Port == $"{port}" && one.Protocol == "TCP");

    private static bool Means(V1NetworkPolicyPeer peer, string service, string space) => peer.NamespaceSelector is { } selector
        ? selector.MatchLabels["kubernetes.io/metadata.name"] == space
        : space == Cluster.Namespace && Selects(peer.PodSelector, Declared.Pods().Single(pod => pod.Name == service).Template);
}
