using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Imports;

/// <summary>The whole delivery history, as far as it needs no actors. Figures were counted independently from the
/// file.</summary>
public class RealHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        Repository.Root, "..", "shared", "data", "scms", "SCMS_Delivery_History_Dataset.csv.gz"));

    private readonly ImportFindings _findings = new(most: 100_000);

    [Fact]
    public async Task Every_row_is_accounted_for()
    {
        var plan = await Read();

        plan.Rows.Should().Be(10_324);
        _findings.Refused.Should().Be(0);
        plan.Orders.Sum(order => order.Rows.Count).Should().Be(10_324);
        (plan.Orders.Count, plan.Products.Count, plan.Warehouses.Count).Should().Be((6_233, 184, 73));
        plan.Orders.Sum(order => order.Deliveries().Count()).Should().Be(7_030);
    }

    [Fact]
    public async Task Units_and_value_are_those_of_the_file()
    {
        var rows = (await Read()).Orders.SelectMany(order => order.Rows).ToList();

        rows.Sum(row => row.Quantity).Should().Be(189_265_090);
        rows.Sum(row => row.Value!.Amount).Should().Be(1_627_584_457.29m);
        rows.Count(row => row.Delivered <= row.Scheduled).Should().Be(9_138);
    }

    [Fact]
    public async Task What_is_unknown_is_counted_by_column_and_reason()
    {
        await Read();

        var counts = _findings.Report().CountBy(finding => (finding.Column, finding.Code)).ToDictionary();
        counts.Should().BeEquivalentTo(new Dictionary<(string, string), int>
        {
            [("PO Sent to Vendor Date", ImportCodes.Unknown)] = 1_931,
            [("Shipment Mode", ImportCodes.Unknown)] = 360,
            [("Weight (Kilograms)", ImportCodes.Unknown)] = 1_507,
            [("Weight (Kilograms)", ImportCodes.OtherRow)] = 2_445,
            [("Freight Cost (USD)", ImportCodes.Unknown)] = 1_442 + 239,
            [("Freight Cost (USD)", ImportCodes.OtherRow)] = 2_445,
        });
    }

    [Fact]
    public async Task Everything_it_asks_for_is_acceptable_to_the_actors()
    {
        var plan = await Read();

        plan.Products.Values.Sum(product => product.Validate().Count).Should().Be(0);
        foreach (var order in plan.Orders)
        {
            order.Place().Validate(Now).Count.Should().Be(0);
            order.Release()!.Validate(Now).Count.Should().Be(0);
            order.Receipts().Sum(receipt => receipt.Receipt.Validate(Now).Count).Should().Be(0);
            order.Deliveries().Sum(delivery => delivery.Milestone.Validate(Now).Count).Should().Be(0);
        }
    }

    private async Task<ImportPlan> Read()
    {
        Assert.SkipUnless(File.Exists(Path), $"The delivery history is not at {Path}.");
        var profile = new ImportProfiles(new()).Find("scms")!;
        var planner = new ImportPlanner(profile, Now, _findings);
        await using var file = File.OpenRead(Path);
        await ImportFile.ReadAsync(file, profile, null, planner, 100_000);
        return planner.Plan();
    }
}
