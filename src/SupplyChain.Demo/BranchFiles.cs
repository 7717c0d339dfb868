using System.Globalization;
using System.Text;
using SupplyChain.Imports;
using SupplyChain.Orders;

namespace SupplyChain.Demo;

/// <summary>
/// A branch without a system of its own sends an order as a file every afternoon; now and then a product in it is
/// mistyped, and that row is refused.
/// </summary>
internal sealed class BranchFiles(
    Seed seed, OrderBook book, ProductCatalogue catalogue, OrderCare care, Erp erp, TimeProvider time) : IPlan
{
    private const string Profile = "branch";
    private const int SentAt = 15;
    private const double ShareMistyped = 0.4;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ImportTimeout = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public IEnumerable<Errand> During(DateTimeOffset hour)
    {
        if (hour.UtcDateTime.Hour != SentAt)
            yield break;
        var chance = seed.For("file", moment: LocalTime.HourOf(hour));
        var at = hour.AddMinutes(chance.Between(0, 59));
        ImportId id = $"IM-{at.UtcDateTime:yyMMdd}";
        var (number, text) = Write(hour, chance);
        yield return new(at, id.Value, cancellationToken => SendAsync(id, number, text, at, cancellationToken));
    }

    /// <summary>The order of a file, and its text.</summary>
    internal (OrderId Number, string Text) Write(DateTimeOffset hour, Chance chance)
    {
        var customer = book.Quiet(hour, "file");
        var number = OrderNumber.Of(hour, customer);
        var (good, bad) = (Row(hour, number.Value, customer, catalogue.Draw(chance).Sku.Value, chance), "");
        if (chance.Happens(ShareMistyped))
            bad = Row(hour, $"{number}-B", customer, $"{catalogue.Draw(chance).Sku}O", chance);
        return (
            number,
            $"order;line;customer;ordered on;country;sku;quantity;wanted by;warehouse;value;currency\n{good}{bad}");
    }

    private static string Row(DateTimeOffset day, string number, Customer customer, string sku, Chance chance) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number};1;{customer.Id};{day.UtcDateTime:yyyy-MM-dd};{customer.City.Country};{sku};"
            + $"{chance.Between(1, 40)};asap;any;;\n");

    private async Task SendAsync(
        ImportId id, OrderId number, string text, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            async chain =>
            {
                using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
                return await chain.Imports.StartAsync(id, new StartImport(Profile, false), file, cancellationToken);
            },
            cancellationToken);
        if (erp.Accepted(id.Value, reply) is null)
            return;
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < ImportTimeout;)
        {
            var report = await erp.AskAsync(
                chain => chain.Imports.GetAsync(id, cancellationToken), cancellationToken);
            if (report?.Status is ImportStatus.Completed or ImportStatus.Failed)
                break;
            await Task.Delay(PollInterval, time, cancellationToken);
        }

        care.Follow(number, at, at);
    }
}
