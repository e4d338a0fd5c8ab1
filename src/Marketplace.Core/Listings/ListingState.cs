namespace Marketplace.Core.Listings;

/// <summary>Where a producer's text stands on its way to the public.</summary>
public enum ListingState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Draft,

    /// <summary>Handed in; an officer decides.</summary>
    InReview,

    /// <summary>Given back by an officer with reasons.</summary>
    Returned,

    /// <summary>Nothing is pending: the text is the one that is live.</summary>
    Approved,

    /// <summary>As approved, but its producer has taken the product out of sight for a while.</summary>
    Paused,

    /// <summary>Ended by its producer; can be taken up again as a draft.</summary>
    Archived,
}

/// <summary>What the public sees of the product meanwhile.</summary>
public enum LiveState
{
    /// <summary>Nothing: it was never approved.</summary>
    None,

    /// <summary>The text that was approved last.</summary>
    Shown,

    /// <summary>Nothing, though it was approved once.</summary>
    Hidden,
}

/// <summary>What can be done with a listing.</summary>
public enum ListingAction
{
    /// <summary>The producer writes.</summary>
    Edit,

    /// <summary>The producer hands it in.</summary>
    Submit,

    /// <summary>The producer takes it back before it is decided.</summary>
    Withdraw,

    /// <summary>An officer lets it go live.</summary>
    Approve,

    /// <summary>An officer gives it back with reasons.</summary>
    Return,

    /// <summary>The producer takes the product out of sight for a while.</summary>
    Pause,

    /// <summary>The producer shows it again.</summary>
    Resume,

    /// <summary>The producer ends it.</summary>
    Archive,

    /// <summary>The producer takes up again as a draft what was ended.</summary>
    Restore,

    /// <summary>The producer drops the changes and goes back to the text that was approved last.</summary>
    Discard,
}

/// <summary>Why an officer gave a listing back.</summary>
/// <param name="Field">One of <see cref="ListingDifference.Fields"/>, or <see cref="Whole"/>.</param>
/// <param name="Text">What is wrong and what would be right, in the officer's words.</param>
public sealed record ReturnReason(string Field, string Text)
{
    /// <summary>Stands for the listing as a whole: its pictures, its offers, that it is there at all.</summary>
    public const string Whole = "listing";

    /// <summary>Most characters of a reason.</summary>
    public const int Length = 1000;

    /// <summary>Most reasons at once.</summary>
    public const int Most = 30;
}

/// <summary>A listing in review cannot be changed under the officer's eyes: it is to be withdrawn first.</summary>
public sealed record WithdrawFirst : IProblem
{
    public LocalizedText Message => new(
        "Bài đăng đang chờ duyệt. Hãy rút lại trước khi sửa.",
        "The listing is in review. Withdraw it before you change it.");
}

/// <summary>The listing's state does not allow this.</summary>
public sealed record ListingActionRefused(ListingAction Action, ListingState State) : IProblem
{
    public LocalizedText Message => State switch
    {
        ListingState.Draft => new("Bài đăng còn là bản nháp; hãy gửi duyệt hoặc bỏ thay đổi trước.", "The listing is a draft; submit it or discard the changes first."),
        ListingState.InReview => new("Bài đăng đang chờ duyệt.", "The listing is in review."),
        ListingState.Returned => new("Bài đăng đã bị trả lại; hãy sửa rồi gửi duyệt lại.", "The listing was returned; change it and submit it again."),
        ListingState.Approved => new("Bài đăng đã được duyệt và không có thay đổi nào đang chờ.", "The listing is approved and no change is pending."),
        ListingState.Paused => new("Sản phẩm đang tạm ẩn; hãy hiện lại trước.", "The product is paused; resume it first."),
        _ => new("Bài đăng đã kết thúc; hãy khôi phục thành bản nháp trước.", "The listing is archived; restore it as a draft first."),
    };
}

/// <summary>There is no approved text to go back to.</summary>
public sealed record NothingLive : IProblem
{
    public LocalizedText Message => new(
        "Sản phẩm này chưa từng được duyệt nên không có nội dung cũ để quay lại.",
        "This product was never approved: there is no earlier text to go back to.");
}
