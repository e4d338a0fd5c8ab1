using System.Text;
using Marketplace.Core.Listings;

namespace Marketplace.Tests.Listings;

/// <summary>What is taken for a claim, what is not, and what backs it.</summary>
public sealed class ClaimCheckTests
{
    private static readonly Backing FourStars = new(4, [], [], []);

    [Theory]
    [InlineData("Kẹo dừa 4 sao", "4 sao", ClaimKind.Stars)]
    [InlineData("keo dua 4 sao", "4 sao", ClaimKind.Stars)]
    [InlineData("Đạt chuẩn 5-sao.", "5-sao", ClaimKind.Stars)]
    [InlineData("BỐN SAO", "BỐN SAO", ClaimKind.Stars)]
    [InlineData("keo dua bon sao", "bon sao", ClaimKind.Stars)]
    [InlineData("đạt 3 ngôi sao", "3 ngôi sao", ClaimKind.Stars)]
    [InlineData("hạng 4sao", "4sao", ClaimKind.Stars)]
    [InlineData("a 5-star candy", "5-star", ClaimKind.Stars)]
    [InlineData("Five Stars", "Five Stars", ClaimKind.Stars)]
    [InlineData("Kẹo dừa ★★★★", "★★★★", ClaimKind.Stars)]
    [InlineData("５ sao", "５ sao", ClaimKind.Stars)]
    [InlineData("sản phẩm OCOP tiêu biểu", "OCOP", ClaimKind.Ocop)]
    [InlineData("ocop ben tre", "ocop", ClaimKind.Ocop)]
    [InlineData("dừa hữu cơ", "hữu cơ", ClaimKind.Organic)]
    [InlineData("dua huu co", "huu co", ClaimKind.Organic)]
    [InlineData("DỪA HỮU CƠ", "HỮU CƠ", ClaimKind.Organic)]
    [InlineData("organic coconut", "organic", ClaimKind.Organic)]
    [InlineData("trồng theo VietGAP", "VietGAP", ClaimKind.VietGap)]
    [InlineData("viet gap", "viet gap", ClaimKind.VietGap)]
    [InlineData("Global G.A.P.", "Global G.A.P", ClaimKind.GlobalGap)]
    [InlineData("GlobalGAP", "GlobalGAP", ClaimKind.GlobalGap)]
    [InlineData("nhà máy HACCP", "HACCP", ClaimKind.Haccp)]
    [InlineData("ISO 22000:2018", "ISO 22000", ClaimKind.Iso)]
    [InlineData("có chỉ dẫn địa lý", "chỉ dẫn địa lý", ClaimKind.GeographicalIndication)]
    [InlineData("chi dan dia li", "chi dan dia li", ClaimKind.GeographicalIndication)]
    [InlineData("a geographical indication", "geographical indication", ClaimKind.GeographicalIndication)]
    [InlineData("Xuất khẩu sang Mỹ, Nhật Bản và EU.", "Xuất khẩu sang Mỹ, Nhật Bản và EU", ClaimKind.Export)]
    [InlineData("xuat khau sang my", "xuat khau sang my", ClaimKind.Export)]
    [InlineData("exported to the United States", "exported to the United States", ClaimKind.Export)]
    [InlineData("hàng xuất khẩu", "xuất khẩu", ClaimKind.Export)]
    [InlineData("giúp chữa bệnh dạ dày", "chữa bệnh", ClaimKind.Cure)]
    [InlineData("chua benh", "chua benh", ClaimKind.Cure)]
    [InlineData("trị ung thư", "trị ung thư", ClaimKind.Cure)]
    [InlineData("điều trị tiểu đường", "điều trị tiểu đường", ClaimKind.Cure)]
    [InlineData("cures everything", "cures", ClaimKind.Cure)]
    [InlineData("treats diabetes", "treats diabetes", ClaimKind.Cure)]
    public void A_claim_is_found_as_it_was_written(string text, string words, ClaimKind kind)
    {
        var claim = Assert.Single(ClaimCheck.Find("name.vi", text, Backing.None));

        Assert.Equal((words, kind, false), (claim.Words, claim.Kind, claim.Backed));
        Assert.Equal(text.IndexOf(words, StringComparison.Ordinal), claim.Start);
        Assert.Equal(kind is ClaimKind.Stars or ClaimKind.Ocop or ClaimKind.Cure, claim.Forbidden);
        Assert.False(string.IsNullOrEmpty(claim.Needs.Vi) || string.IsNullOrEmpty(claim.Needs.En));
    }

    [Theory]
    [InlineData("4 sao biển khô")]
    [InlineData("cách khách sạn 5 sao 2 km")]
    [InlineData("next to a 5 star hotel")]
    [InlineData("2 star apples, 3 star anise")]
    [InlineData("ngôi sao của bữa tiệc")]
    [InlineData("hàng Việt Nam sao lại không mua?")]
    [InlineData("có mặt tại hội chợ OCOP 2019, theo chương trình OCOP")]
    [InlineData("shown at the 2019 OCOP fair")]
    [InlineData("bà sao trà trên chảo")]
    [InlineData("năm sau, trà sao khô")]
    [InlineData("bón phân hữu cơ")]
    [InlineData("organic fertiliser only, no organic acids")]
    [InlineData("inorganic, organicity, organics")]
    [InlineData("chưa bệnh nào thắng được")]
    [InlineData("vị chua, bênh vực người nghèo")]
    [InlineData("Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.")]
    [InlineData("This product is not intended to diagnose, treat, cure or prevent any disease.")]
    [InlineData("salt-cured, cured in the sun, obscures nothing")]
    [InlineData("sweet coconut treats")]
    [InlineData("isolated fibre, isomalt, VietGaping, micHACCPs")]
    [InlineData("sản xuất sang trọng")]
    [InlineData("Rất hữu. Cơ sở ở Mỏ Cày.")]
    [InlineData("chỉ dẫn cách dùng, địa lý miền Tây")]
    [InlineData("dứa, kẹo, mỹ phẩm, nhật ký")]
    public void What_only_looks_like_a_claim_is_none(string text) => Assert.Empty(ClaimCheck.Find("name.vi", text, Backing.None));

    [Fact]
    public void Letters_put_together_from_parts_are_read_as_one() =>
        Assert.Equal(ClaimKind.Organic, Assert.Single(ClaimCheck.Find("name.vi", "dừa hữu cơ".Normalize(NormalizationForm.FormD), Backing.None)).Kind);

    [Theory]
    [InlineData("OCOP 4 sao", true, true)]
    [InlineData("OCOP bốn sao", true, true)]
    [InlineData("OCOP 5 sao", true, false)]
    [InlineData("tiềm năng OCOP 5 sao", true, false)]
    [InlineData("OCOP 3 stars", true, false)]
    [InlineData("OCOP ★★★★", true, true)]
    public void Stars_are_backed_by_a_certificate_of_exactly_these(string text, bool ocop, bool stars) => Assert.Equal(
        [(ClaimKind.Ocop, ocop), (ClaimKind.Stars, stars)], ClaimCheck.Find("name.vi", text, FourStars).Select(claim => (claim.Kind, claim.Backed)));

    [Theory]
    [InlineData("dừa hữu cơ", "organic", true)]
    [InlineData("organic", "vietgap", false)]
    [InlineData("VietGAP", "vietgap", true)]
    [InlineData("chỉ dẫn địa lý", "gi", true)]
    [InlineData("nhà máy HACCP", "other", true)]
    [InlineData("ISO 22000:2018", "other", true)]
    [InlineData("ISO 9001", "other", false)]
    [InlineData("ISO", "other", true)]
    public void A_held_certification_backs_its_own_claim(string text, string code, bool backed)
    {
        Backing backing = new(null, [new() { Number = 1, Code = code, Detail = new("HACCP, ISO 22000:2018"), Held = true }], [], []);

        Assert.Equal(backed, Assert.Single(ClaimCheck.Find("name.vi", text, backing)).Backed);
    }

    [Fact]
    public void Being_prepared_backs_nothing()
    {
        var product = Some.Product();
        product.Certifications.Add(new() { Number = 1, Code = "organic", Detail = new("Hữu cơ"), Held = false });

        Assert.False(Assert.Single(ClaimCheck.Find("name.vi", "hữu cơ", Backing.Of(product, [], [], new(2026, 11, 22)))).Backed);
    }

    [Theory]
    [InlineData("xuất khẩu", true)]
    [InlineData("xuất khẩu sang Hoa Kỳ", true)]
    [InlineData("xuất khẩu sang Mỹ và Nhật", false)]
    [InlineData("exported to Europe", false)]
    public void An_export_is_backed_by_the_markets_that_sources_name(string text, bool backed) =>
        Assert.Equal(backed, Assert.Single(ClaimCheck.Find("name.vi", text, new(null, [], ["US"], []))).Backed);

    [Fact]
    public void No_paper_backs_a_cure() => Assert.True(Assert.Single(ClaimCheck.Find("name.vi", "trị ung thư", new(5, [], ["US"], []))).Forbidden);

    [Fact]
    public void All_texts_of_both_languages_are_read_and_keywords_too()
    {
        var content = Some.Content with { Name = new("Kẹo 4 sao", "Organic candy"), Description = new("Ngon.", "Exported."), Packaging = new("Hộp HACCP"), Keywords = ["quà", "ocop"] };

        Assert.Equal(["name.vi", "name.en", "description.en", "packaging.vi", "keywords.1"], ClaimCheck.Find(content, Backing.None).Select(claim => claim.Field));
        Assert.Equal(["name.vi", "keywords.1"], ClaimCheck.Faults(ClaimCheck.Find(content, Backing.None)).Select(fault => fault.Path));
    }

    [Fact]
    public void The_longest_text_is_read_in_one_go()
    {
        var text = string.Concat(Enumerable.Repeat("hữu cơ, ", 250));

        Assert.Equal(250, ClaimCheck.Find("description.vi", text, Backing.None).Count);
    }
}
