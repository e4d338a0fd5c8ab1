namespace Marketplace.Core;

/// <summary>A problem of one given value; the path leads to it from the input, as in ["content", "name", "vi"].</summary>
public interface IFieldProblem : IProblem
{
    IReadOnlyList<string> Path { get; }
}

/// <summary>A value that cannot be taken as it is.</summary>
public sealed record InvalidValue(IReadOnlyList<string> Path, LocalizedText Message) : IFieldProblem;

/// <summary>Nothing of that id is there for whoever asks.</summary>
public sealed record NothingThere(IReadOnlyList<string> Path) : IFieldProblem
{
    public LocalizedText Message => new("Không có mục này, hoặc bạn không được xem.", "There is no such thing, or it is not yours to see.");
}

/// <summary>Two pairs of eyes see everything that is handed in before the public does.</summary>
public sealed record OwnSubmission : IProblem
{
    public LocalizedText Message => new(
        "Bạn đã gửi duyệt nội dung này, nên một cán bộ khác phải duyệt.", "You handed this in, so another officer has to approve it.");
}
