using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Marketplace.Tests.Infra;

/// <summary>What infra/kubernetes declares, read by the Kubernetes project's own client, which refuses a field that it does not know.</summary>
internal sealed partial class Cluster
{
    public const string Folder = "infra/kubernetes";
    public const string Namespace = "marketplace";

    /// <summary>What the secret of a real cluster holds, in the forms that the example's comments give.</summary>
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["Database__ConnectionString"] = "Server=sqlserver.data.svc;Database=Marketplace;User Id=marketplace;Password=x;Encrypt=True",
        ["Search__ApiKey"] = "VnVhQ2ZHY0JDZGJrUW06dWkybHAyYXhUTm1zeWFrdzl0dk5udw==",
        ["Redis__ConnectionString"] = "redis.data.svc:6379,password=x,ssl=True,abortConnect=False",
        ["Storefront__Key"] = "0123456789abcdefghijklmnopqrstuvwxyz",
    };

    private readonly List<object> _objects = [.. Repository.Files(Folder, ".yaml").Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal))
        .SelectMany(file => KubernetesYaml.LoadAllFromString(Repository.Read(file), strict: true))];

    public static Cluster Declared { get; } = new();

    public IEnumerable<T> All<T>() => _objects.OfType<T>();

    public T The<T>(string name)
        where T : IKubernetesObject<V1ObjectMeta> => All<T>().Single(one => one.Metadata.Name == name);

    /// <summary>The pods' templates, with the name of what makes them.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Template)> Pods() =>
        All<V1Deployment>().Select(made => (made.Metadata.Name, made.Spec.Template)).Concat(All<V1Job>().Select(made => (made.Metadata.Name, made.Spec.Template)));

    /// <summary>The environment of a pod's one container, its references followed.</summary>
    public Dictionary<string, string> EnvironmentOf(V1PodTemplateSpec pod)
    {
        var container = pod.Spec.Containers.Single();
        var environment = new Dictionary<string, string>();
        foreach (var source in container.EnvFrom ?? [])
        {
            foreach (var (name, value) in source.ConfigMapRef is { } settings ? The<V1ConfigMap>(settings.Name).Data : Secret(source.SecretRef.Name))
            {
                environment[name] = value;
            }
        }

        foreach (var variable in container.Env ?? [])
        {
            environment[variable.Name] = variable.Value
                ?? (variable.ValueFrom.ConfigMapKeyRef is { } setting ? The<V1ConfigMap>(setting.Name).Data[setting.Key]
                : variable.ValueFrom.SecretKeyRef is { } secret ? Secret(secret.Name)[secret.Key]
                : variable.ValueFrom.FieldRef.FieldPath);
        }

        return environment;
    }

    /// <summary>Where a pod's settings say that it will call: the service's name, its namespace and its port.</summary>
    public IEnumerable<(string Service, string Namespace, int Port)> CallsOf(V1PodTemplateSpec pod) =>
        EnvironmentOf(pod).Values.SelectMany(value => Address().Matches(value)).Select(match =>
            (match.Groups["service"].Value, match.Groups["namespace"].Value, match.Groups["port"].Success ? int.Parse(match.Groups["port"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 1433));

    /// <summary>A kustomization, as far as ours go.</summary>
    public static Kustomization KustomizationOf(string folder)
    {
        using var text = Repository.Open(Path.Combine(folder, "kustomization.yaml"));
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<Kustomization>(text);
    }

    private Dictionary<string, string> Secret(string name)
    {
        Assert.Equal(Secrets.Keys.Order(StringComparer.Ordinal), The<V1Secret>(name).StringData.Keys.Order(StringComparer.Ordinal));
        return Secrets;
    }

    [GeneratedRegex(@"\b(?<service>[a-z][a-z-]*)\.(?<namespace>[a-z]+)\.svc\b(:(?<port>\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

internal sealed class Kustomization
{
    public string ApiVersion { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Namespace { get; init; } = "";

    public List<string> Resources { get; init; } = [];

    public List<KustomizedImage> Images { get; init; } = [];
}

internal sealed class KustomizedImage
{
    public string Name { get; init; } = "";

    public string NewName { get; init; } = "";

    public string NewTag { get; init; } = "";
}
