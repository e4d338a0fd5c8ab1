using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Marketplace.Files.Storage;
using Marketplace.Payments.Stripe;
using Marketplace.Search.Lucene;

namespace Marketplace.Tests;

/// <summary>The shape of the code: who may know whom, and what may stand where (docs/adr/0002).</summary>
public sealed partial class ArchitectureTests
{
    private const int MostLines = 300;

    /// <summary>Where the host speaks to the database; everywhere else it asks the cache or the index.</summary>
    private static readonly string[] SpeakToTheDatabase =
    [
        "src/Marketplace.Api/Accounts/AccountSetup.cs",
        "src/Marketplace.Api/Accounts/AuditGraph.cs",
        "src/Marketplace.Api/Accounts/ChangeOrganisation.cs",
        "src/Marketplace.Api/Accounts/CreateOrganisation.cs",
        "src/Marketplace.Api/Accounts/FirstAccounts.cs",
        "src/Marketplace.Api/Accounts/Mandates.cs",
        "src/Marketplace.Api/Accounts/Members.cs",
        "src/Marketplace.Api/Accounts/OrganisationGraph.cs",
        "src/Marketplace.Api/Accounts/RevokeSession.cs",
        "src/Marketplace.Api/Accounts/SessionStore.cs",
        "src/Marketplace.Api/Accounts/SignedInSessions.cs",
        "src/Marketplace.Api/Accounts/VerifyOrganisation.cs",
        "src/Marketplace.Api/Accounts/ViewerGraph.cs",
        "src/Marketplace.Api/Accounts/VisitorReader.cs",
        "src/Marketplace.Api/Background/DeadLetterBox.cs",
        "src/Marketplace.Api/Background/EmbeddedIndex.cs",
        "src/Marketplace.Api/Background/OutboxPruning.cs",
        "src/Marketplace.Api/Background/OutboxSignal.cs",
        "src/Marketplace.Api/Background/SharedIndex.cs",
        "src/Marketplace.Api/Background/SharedIndexWork.cs",
        "src/Marketplace.Api/Catalogue/CatalogueCache.cs",
        "src/Marketplace.Api/Catalogue/CatalogueGraph.cs",
        "src/Marketplace.Api/Catalogue/CatalogueQuery.cs",
        "src/Marketplace.Api/Catalogue/ProducerQuery.cs",
        "src/Marketplace.Api/Certification/CertificateRegister.cs",
        "src/Marketplace.Api/Certification/ChangeCertificate.cs",
        "src/Marketplace.Api/Certification/CheckDecision.cs",
        "src/Marketplace.Api/Certification/DecisionLog.cs",
        "src/Marketplace.Api/Certification/DecisionRows.cs",
        "src/Marketplace.Api/Certification/ExpiryReminders.cs",
        "src/Marketplace.Api/Certification/RecordDecision.cs",
        "src/Marketplace.Api/Commands/Command.cs",
        "src/Marketplace.Api/Commands/SearchCommands.cs",
        "src/Marketplace.Api/Complaints/AnswerComplaint.cs",
        "src/Marketplace.Api/Complaints/FileComplaint.cs",
        "src/Marketplace.Api/Complaints/TakeDown.cs",
        "src/Marketplace.Api/Evidence/ChangeEvidence.cs",
        "src/Marketplace.Api/Evidence/EvidenceAnswer.cs",
        "src/Marketplace.Api/Evidence/EvidenceUpload.cs",
        "src/Marketplace.Api/Evidence/EvidenceUploads.cs",
        "src/Marketplace.Api/Evidence/ReviewEvidence.cs",
        "src/Marketplace.Api/Hosting/CookieKeys.cs",
        "src/Marketplace.Api/Hosting/DatabaseCheck.cs",
        "src/Marketplace.Api/Hosting/Health.cs",
        "src/Marketplace.Api/Hosting/MarketplaceSetup.cs",
        "src/Marketplace.Api/Hosting/Preparation.cs",
        "src/Marketplace.Api/Imports/ImportAnswers.cs",
        "src/Marketplace.Api/Imports/ImportBatches.cs",
        "src/Marketplace.Api/Imports/ImportGraph.cs",
        "src/Marketplace.Api/Imports/ImportProgress.cs",
        "src/Marketplace.Api/Imports/ImportRun.cs",
        "src/Marketplace.Api/Imports/ImportUploads.cs",
        "src/Marketplace.Api/Imports/ImportWorker.cs",
        "src/Marketplace.Api/Imports/StartImport.cs",
        "src/Marketplace.Api/Listings/ArrangePictures.cs",
        "src/Marketplace.Api/Listings/ListingGraph.cs",
        "src/Marketplace.Api/Listings/ListingParts.cs",
        "src/Marketplace.Api/Listings/ListingPictures.cs",
        "src/Marketplace.Api/Listings/ListingWork.cs",
        "src/Marketplace.Api/Listings/ReviewListing.cs",
        "src/Marketplace.Api/Listings/ReviewWatch.cs",
        "src/Marketplace.Api/Listings/SaveOffer.cs",
        "src/Marketplace.Api/Listings/UpdateStock.cs",
        "src/Marketplace.Api/Listings/Workspace.cs",
        "src/Marketplace.Api/Machines/MachineKeyGraph.cs",
        "src/Marketplace.Api/Machines/Tokens.cs",
        "src/Marketplace.Api/Mail/MailSender.cs",
        "src/Marketplace.Api/Ordering/ApprovalGraph.cs",
        "src/Marketplace.Api/Ordering/ApprovalWork.cs",
        "src/Marketplace.Api/Ordering/CartGraph.cs",
        "src/Marketplace.Api/Ordering/ChangeCart.cs",
        "src/Marketplace.Api/Ordering/DecideApproval.cs",
        "src/Marketplace.Api/Ordering/DeliveryAddresses.cs",
        "src/Marketplace.Api/Ordering/GuestCart.cs",
        "src/Marketplace.Api/Ordering/LeftCarts.cs",
        "src/Marketplace.Api/Ordering/OrderDocuments.cs",
        "src/Marketplace.Api/Ordering/OrderPads.cs",
        "src/Marketplace.Api/Ordering/OrderRoots.cs",
        "src/Marketplace.Api/Ordering/OrderSample.cs",
        "src/Marketplace.Api/Ordering/OrderSources.cs",
        "src/Marketplace.Api/Ordering/OrderWork.cs",
        "src/Marketplace.Api/Ordering/PaymentDeadlines.cs",
        "src/Marketplace.Api/Ordering/PlaceOrder.cs",
        "src/Marketplace.Api/Ordering/RefillCart.cs",
        "src/Marketplace.Api/Ordering/Remedies.cs",
        "src/Marketplace.Api/Ordering/SavedLists.cs",
        "src/Marketplace.Api/Payments/MoneyForPeople.cs",
        "src/Marketplace.Api/Payments/PaymentDesk.cs",
        "src/Marketplace.Api/Payments/PaymentGraph.cs",
        "src/Marketplace.Api/Payments/PaymentIntake.cs",
        "src/Marketplace.Api/Payments/RefundWorker.cs",
        "src/Marketplace.Api/Payments/SettleMoney.cs",
        "src/Marketplace.Api/PersonalData/ChangeConsent.cs",
        "src/Marketplace.Api/PersonalData/Erasures.cs",
        "src/Marketplace.Api/PersonalData/ExportPersonalData.cs",
        "src/Marketplace.Api/Pictures/PictureUpload.cs",
        "src/Marketplace.Api/Pricing/PriceLists.cs",
        "src/Marketplace.Api/Pricing/SetSmallestOrder.cs",
        "src/Marketplace.Api/Proof/BookCheck.cs",
        "src/Marketplace.Api/Search/DatabaseListing.cs",
        "src/Marketplace.Api/Search/IndexBuilder.cs",
        "src/Marketplace.Api/Search/IndexCheck.cs",
        "src/Marketplace.Api/SharedState/SharedStateSetup.cs",
        "src/Marketplace.Api/Telemetry/SqlSpans.cs",
    ];

    /// <summary>Words that say nothing of what a type does.</summary>
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Util", "Utils", "Utility", "Utilities", "Service", "Services", "Common", "Base", "Processor", "Info", "Impl"];

    /// <summary>PageInfo is the word of the specification of cursor connections.</summary>
    private static readonly string[] WordsOfOthers = ["PageInfoGraph"];

    private static readonly string[] Source = [".cs", ".svelte", ".ts", ".js", ".css", ".html"];

    /// <summary>Each project, the projects it refers to, and the libraries it may use beside .NET's own.</summary>
    public static TheoryData<Type, string[], string[]> Projects => new()
    {
        { typeof(Money), [], [] },
        { typeof(MarketplaceDb), ["Marketplace.Core"], ["Microsoft.AspNetCore.DataProtection.EntityFrameworkCore", "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.Identity.Stores"] },
        { typeof(SqliteDatabase), ["Marketplace.Data"], ["Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore"] },
        { typeof(SqlServerDatabase), ["Marketplace.Data"], ["Microsoft.Data.SqlClient", "Microsoft.EntityFrameworkCore"] },
        { typeof(FolderFiles), ["Marketplace.Core"], ["AWSSDK.Core", "AWSSDK.S3", "CsvHelper", "DocumentFormat.OpenXml", "NetVips", "PdfSharp", "UglyToad.PdfPig"] },
        { typeof(StripeGateway), ["Marketplace.Core"], ["QRCoder", "Stripe.net"] },
        { typeof(LuceneIndex), ["Marketplace.Core"], ["Lucene.Net", "Microsoft.Extensions", "Polly", "Refit"] },
        {
            typeof(Program),
            ["Marketplace.Core", "Marketplace.Data", "Marketplace.Data.SqlServer", "Marketplace.Data.Sqlite", "Marketplace.Files", "Marketplace.Payments", "Marketplace.Search"],
            ["GraphQL", "GraphQLParser", "MailKit", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Microsoft.IdentityModel", "Microsoft.Net.Http.Headers", "Microsoft.Win32", "MimeKit", "OpenIddict", "OpenTelemetry", "StackExchange.Redis", "Yarp.ReverseProxy"]
        },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_the_star_lets_it_know(Type member, string[] projects, string[] libraries)
    {
        var assembly = member.Assembly;
        var name = assembly.GetName().Name!;

        var used = assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        var foreign = used.Where(library => !library.StartsWith("System", StringComparison.Ordinal) && !library.StartsWith("Marketplace.", StringComparison.Ordinal)
            && !libraries.Any(allowed => library == allowed || library.StartsWith(allowed + ".", StringComparison.Ordinal)));
        var reachable = Reachable(projects);

        Assert.Equal(projects, ReferencesOf(name));
        Assert.Empty(used.Where(library => library.StartsWith("Marketplace.", StringComparison.Ordinal)).Except(reachable));
        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_project_of_src_is_a_row_of_the_star()
    {
        var rows = Projects.Select(row => row.Data.Item1.Assembly.GetName().Name);

        Assert.Equal(Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_host_speaks_to_the_database_in_the_named_files_alone()
    {
        var speak = Repository.Files("src/Marketplace.Api", ".cs").Where(file => Repository.Read(file).Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

        Assert.Equal(SpeakToTheDatabase, speak);
    }

    [Fact]
    public void The_storefront_knows_the_schema_and_nothing_else_of_ours()
    {
        var nosy = Repository.Files("web").Where(file => !file.EndsWith("package-lock.json", StringComparison.Ordinal))
            .Where(file => OurInside().IsMatch(Repository.Read(file)));

        Assert.Empty(nosy);
    }

    [Fact]
    public void Every_project_locks_its_packages()
    {
        var unlocked = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .Where(project => !Repository.Has(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));

        Assert.Empty(unlocked);
    }

    [Fact]
    public void No_name_of_a_type_holds_a_word_that_says_nothing()
    {
        var types = Projects.SelectMany(row => row.Data.Item1.Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Marketplace", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(type => type.Name.Split('`')[0])
            .Except(WordsOfOthers);

        var empty = types.Where(name => WordsIn().Matches(name).Any(word => EmptyWords.Contains(word.Value)));

        Assert.Empty(empty);
    }

    [Fact]
    public void No_source_file_is_longer_than_a_reader_bears()
    {
        var sources = Repository.Files("src", Source).Concat(Repository.Files("web", Source)).Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal));

        var longer = sources.Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count())).Where(source => source.Lines > MostLines);

        Assert.Empty(longer);
    }

    private static IEnumerable<string> Reachable(IReadOnlyList<string> projects) =>
        projects.Concat(projects.SelectMany(project => Reachable(ReferencesOf(project))));

    private static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. XDocument.Load(Repository.PathOf($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"src/Marketplace|Marketplace\.(Core|Data|Files|Payments|Search|Api)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OurInside();

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordsIn();
}
