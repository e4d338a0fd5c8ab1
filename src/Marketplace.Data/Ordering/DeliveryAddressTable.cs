using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

internal sealed class DeliveryAddressTable : IEntityTypeConfiguration<DeliveryAddress>
{
    public void Configure(EntityTypeBuilder<DeliveryAddress> address)
    {
        address.ToTable("DeliveryAddresses");
        address.Property(a => a.Id).ValueGeneratedNever();
        address.Property(a => a.Label).HasMaxLength(DeliveryAddress.LabelLength);
        address.Property(a => a.Recipient).Json();
        address.Property(a => a.RequestHash).Code();
        address.HasIndex(a => a.OwnerId);
    }
}
