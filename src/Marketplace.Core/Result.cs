using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Core;

/// <summary>An outcome that the caller must expect and can act on. A bug is an exception, never a problem.</summary>
public interface IProblem
{
    /// <summary>What was wrong and what would be right, in both languages.</summary>
    LocalizedText Message { get; }
}

/// <summary>What a rule answers: a value, or the problem that kept it from one.</summary>
public readonly struct Result<T>
    where T : class
{
    private readonly T? _value;
    private readonly IProblem? _problem;

    public Result(T value) => _value = value;

    public Result(IProblem problem) => _problem = problem;

    public bool Failed([NotNullWhen(true)] out IProblem? problem, [NotNullWhen(false)] out T? value)
    {
        (problem, value) = (_problem, _value);
        return problem is not null;
    }

    /// <summary>Something else made of the value; the problem stays.</summary>
    public Result<TOther> Then<TOther>(Func<T, TOther> next)
        where TOther : class => _problem is null ? new(next(_value!)) : new(_problem);
}
