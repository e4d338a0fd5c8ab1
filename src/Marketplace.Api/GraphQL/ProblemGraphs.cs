using GraphQL;
using Marketplace.Core;

namespace Marketplace.Api;

/// <summary>Why a change was not made, for the caller to act on. With problems nothing was changed, unless the mutation says otherwise.</summary>
[Name("Problem")]
public interface IProblemGraph
{
    /// <summary>Stable, for programs to branch on, such as "INVALID_VALUE".</summary>
    string Code { get; }

    /// <summary>What was wrong and what would be right, in the reader's language.</summary>
    string Message { get; }

    /// <summary>The way from the input to the value in question, such as ["name"]; empty where it is about the whole.</summary>
    IReadOnlyList<string> Path { get; }
}

/// <summary>A value of the input cannot be taken.</summary>
[Name("InvalidInput")]
public sealed record InvalidInputGraph(string Code, string Message, IReadOnlyList<string> Path) : IProblemGraph;

/// <summary>Somebody else has changed the thing in the meantime: read it again, and edit the new version.</summary>
[Name("Conflict")]
public sealed record ConflictGraph(string Code, string Message, int CurrentVersion) : IProblemGraph
{
    /// <summary>The version that is there now.</summary>
    public int CurrentVersion { get; } = CurrentVersion;

    /// <summary>Where the version stands in the input.</summary>
    public IReadOnlyList<string> Path => ["version"];
}

/// <summary>The state of things does not allow it.</summary>
[Name("NotPossible")]
public sealed record NotPossibleGraph(string Code, string Message) : IProblemGraph
{
    /// <summary>It is about the whole.</summary>
    public IReadOnlyList<string> Path => [];
}

/// <summary>What every mutation answers beside its result.</summary>
public abstract class Payload
{
    private protected Payload(IEnumerable<IProblem> problems, Ask ask)
        : this(ProblemGraphs.Of(problems, ask))
    {
    }

    private protected Payload(IReadOnlyList<IProblemGraph> problems) => Problems = problems;

    /// <summary>Empty when it was done.</summary>
    public IReadOnlyList<IProblemGraph> Problems { get; }
}

/// <summary>How the problems of the rules are shown.</summary>
internal static class ProblemGraphs
{
    public static readonly IReadOnlyList<Type> Types = [typeof(InvalidInputGraph), typeof(ConflictGraph), typeof(NotPossibleGraph)];

    public static IReadOnlyList<IProblemGraph> Of(IEnumerable<IProblem> problems, Ask ask) => [.. problems.SelectMany(problem => Of(problem, ask))];

    private static IEnumerable<IProblemGraph> Of(IProblem problem, Ask ask)
    {
        var (code, message) = (GraphQL.EnumNames.Of(problem.GetType().Name), problem.Message.In(ask.Language));
        return problem switch
        {
            FieldsRefused refused => refused.Faults.Select(fault => new InvalidInputGraph(GraphQL.EnumNames.Of(fault.Kind), fault.Message.In(ask.Language), fault.Path.Split('.'))),
            ChangedMeanwhile conflict => [new ConflictGraph(code, message, conflict.Version)],
            IFieldProblem field => [new InvalidInputGraph(code, message, field.Path)],
            _ => [new NotPossibleGraph(code, message)],
        };
    }
}
