using Marketplace.Api.Ordering;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Ordering;

/// <summary>Carts that guests have left lying.</summary>
public sealed class LeftCartTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public LeftCartTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_clears_a_guests_cart_away_by_itself_and_a_members_stays()
    {
        var offer = (await _stall.OffersAsync(1, stock: 20))[0];
        var member = await _people.RegisterAsync("mua@example.com");
        await Stall.PutInAsync(_people.Browser(), (offer, 2));
        await Stall.PutInAsync(member, (offer, 3));

        _app.Clock.Advance(GuestCart.Lifetime);
        for (var left = true; left;)
        {
            await _app.Clock.PassAsync(TimeSpan.FromHours(1));
            await _app.WithAsync(async db => left = await db.Carts.AnyAsync(cart => cart.AccountId == null, Stop));
        }

        await _app.WithAsync(async db => Assert.Equal(3, Assert.Single((await db.Carts.SingleAsync(Stop)).Lines).Quantity));
    }

    [Fact]
    public async Task Old_carts_go_in_batches_and_one_that_was_touched_since_stays()
    {
        var offer = (await _stall.OffersAsync(1, stock: 20))[0];
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await _app.WithAsync(async db =>
        {
            db.Carts.AddRange(Enumerable.Range(0, LeftCarts.BatchSize + 1).Select(_ => CartOf(now - GuestCart.Lifetime - TimeSpan.FromSeconds(1))));
            db.Carts.Add(CartOf(now - GuestCart.Lifetime + TimeSpan.FromMinutes(1)));
            await db.SaveChangesAsync(Stop);
        });

        var cleared = await _app.Services.GetRequiredService<LeftCarts>().ClearAsync(Stop);

        Assert.Equal(LeftCarts.BatchSize + 1, cleared);
        await _app.WithAsync(async db => Assert.Equal(1, await db.Carts.CountAsync(Stop)));

        Cart CartOf(DateTime changedAt)
        {
            var cart = new Cart { Id = Guid.CreateVersion7(_app.Clock.GetUtcNow()), ChangedAt = changedAt };
            cart.Set(offer.Id, 1, 1_000);
            return cart;
        }
    }

    [Fact]
    public async Task A_request_is_known_by_its_key_for_thirty_days()
    {
        var (offer, member) = ((await _stall.OffersAsync(1, stock: 20))[0], await _people.MemberAsync(organisation: null));
        var wish = new { lines = new[] { new { offer = offer.GlobalId, quantity = 2 } }, requestKey = "once" };
        await member.DoAsync("addToCart", wish);

        _app.Clock.Advance(LeftCarts.RequestsKept);
        Assert.Equal(0, await _app.Services.GetRequiredService<LeftCarts>().ClearAsync(Stop));
        _people.Later();

        Assert.Equal(1, await _app.Services.GetRequiredService<LeftCarts>().ClearAsync(Stop));
        await _app.WithAsync(async db => Assert.Equal((0, 1), (await db.DoneRequests.CountAsync(Stop), await db.Carts.CountAsync(Stop))));
    }

    public void Dispose() => _app.Dispose();
}
