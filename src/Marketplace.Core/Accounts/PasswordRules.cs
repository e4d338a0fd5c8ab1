namespace Marketplace.Core.Accounts;

/// <summary>Length is what makes a password hard to guess; signs and capitals are not asked for (NIST SP 800-63B-4, §3.1.1).</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 200;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "123456789a", "0123456789", "0987654321", "1q2w3e4r5t", "q1w2e3r4t5", "qwertyuiop", "password12",
        "password123", "matkhau123", "matkhau1234", "matkhaumoi", "anhyeuem123", "iloveyou123", "vietnam123", "bentre12345", "keodua12345",
    };

    /// <summary>What is wrong with a new password; null when nothing is.</summary>
    public static IProblem? FaultOf(string password, string email)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return Fault($"Mật khẩu dài từ {Shortest} đến {Longest} ký tự. Một câu ngắn là dễ nhớ nhất.", $"A password is {Shortest} to {Longest} characters long. A short sentence is easiest to remember.");
        }

        var local = email.Split('@')[0];
        return Common.Contains(password) || password.Distinct().Count() < 4 || (local.Length >= 4 && password.Contains(local, StringComparison.OrdinalIgnoreCase))
            ? Fault("Mật khẩu này ai cũng đoán được. Hãy chọn một câu chỉ bạn biết.", "This password is one that others guess. Choose a sentence that only you know.")
            : null;
    }

    private static InvalidValue Fault(string vi, string en) => new(["password"], new(vi, en));
}
