using System.Globalization;

namespace Marketplace.Core.PersonalData;

/// <summary>What a person's data may be used for, each agreed to by itself.</summary>
public enum ConsentPurpose
{
    /// <summary>Running the account. Without it there is none.</summary>
    Account,

    /// <summary>Letters with news of the programme. Nothing else depends on it.</summary>
    News,
}

/// <summary>That a person agreed: to what words, and from when to when. Proof for the authority, so it is never changed and outlives the account.</summary>
public sealed class Consent
{
    public const int TextLength = 1000;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>The sentence beside the box, as it was read.</summary>
    public required string Text { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime GivenAt { get; init; }

    /// <summary>In UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; set; }
}

/// <summary>The sentences that people agree to. Decree 356/2025 asks for each purpose by itself, and for no box that is ticked beforehand.</summary>
public static class ConsentTexts
{
    /// <param name="privacyVersion">Of the privacy policy in force, which says the rest.</param>
    public static LocalizedText Of(ConsentPurpose purpose, int privacyVersion)
    {
        var version = privacyVersion.ToString(CultureInfo.InvariantCulture);
        return purpose switch
        {
            ConsentPurpose.Account => new(
                $"Tôi đồng ý để Chợ Xứ Dừa lưu và dùng tên, địa chỉ e-mail và những việc tôi làm trên chợ để mở và giữ tài khoản này, theo bản {version} của trang Quyền riêng tư.",
                $"I agree that Chợ Xứ Dừa keeps and uses my name, my e-mail address and what I do on the market to run this account, as version {version} of the privacy page says."),
            ConsentPurpose.News => new(
                "Tôi đồng ý nhận thư về tin tức của chương trình OCOP. Tôi có thể thôi nhận bất cứ lúc nào.",
                "I agree to get letters with news of the OCOP programme. I can end this at any time."),
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, message: null),
        };
    }
}
