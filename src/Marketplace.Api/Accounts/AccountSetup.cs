using Marketplace.Api.Imports;
using Marketplace.Api.Mail;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Accounts;

/// <summary>Where people and organisations are known.</summary>
internal static class AccountSetup
{
    public const string CookieName = "cho_session";

    /// <summary>Wrong passwords in a row before a pause, and how long it is.</summary>
    public const int MostFailures = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>How long a link in a letter works.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OfficeOptions>().BindConfiguration(OfficeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContext());
        services.AddIdentityCore<Account>(Rules).AddUserStore<AccountStore>().AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = LinkLifetime);
        services.AddSingleton<SessionStore>().AddSingleton<AttemptRate>().AddSingleton<PasswordChecks>();
        services.AddSingleton<ListingSignal>().AddSingleton<ReviewWatch>().AddSingleton<ListingWork>().AddSingleton(typeof(UploadTickets<>));
        services.AddImports();
        services.AddScoped<SignedInSessions>().AddScoped<Letters>();
        services.AddAuthentication().AddCookie(SessionStore.Scheme, cookie =>
        {
            cookie.Cookie.Name = CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SessionStore.Lifetime;
        });
        services.AddOptions<CookieAuthenticationOptions>(SessionStore.Scheme).Configure<SessionStore, TimeProvider>((cookie, store, clock) => (cookie.SessionStore, cookie.TimeProvider) = (store, clock));
        services.AddSingleton<VisitorReader>();
        services.AddMail(builder.Configuration);
    }

    private static void Rules(IdentityOptions identity)
    {
        // Our own rules say what is wrong in the reader's language; these only must not contradict them.
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.Shortest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        identity.Lockout.MaxFailedAccessAttempts = MostFailures;
        identity.Lockout.DefaultLockoutTimeSpan = Pause;
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
    }

    /// <summary>Accounts in the marketplace's own database. What is added to the same context is saved with them.</summary>
    private sealed class AccountStore(MarketplaceDb db, IdentityErrorDescriber? describer = null) : UserOnlyStore<Account, MarketplaceDb, Guid>(db, describer);
}
