namespace Marketplace.Api.Ordering;

/// <summary>Puts carts and orders into the host.</summary>
internal static class OrderingSetup
{
    public static void AddOrdering(this IServiceCollection services)
    {
        services.AddSingleton<GuestCart>().AddSingleton<CartWork>().AddSingleton<CartRefills>().AddSingleton<OrderPads>();
        services.AddSingleton<OrderLetters>().AddSingleton<ApprovalLetters>().AddSingleton<ApprovalWork>().AddSingleton<OrderPlacing>().AddSingleton<SampleOrders>().AddSingleton<OrderWork>();
        services.AddSingleton<LeftCarts>().AddHostedService(provider => provider.GetRequiredService<LeftCarts>());
        services.AddSingleton<PaymentDeadlines>().AddHostedService(provider => provider.GetRequiredService<PaymentDeadlines>());
    }
}
