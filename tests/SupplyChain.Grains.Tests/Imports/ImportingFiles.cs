using System.Text;
using FluentAssertions;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Imports;

public class ImportingFiles(OneSilo silo)
{
    private const string Heading =
        "ID,Project Code,PO / SO #,ASN/DN #,Country,Shipment Mode,PQ First Sent to Client Date,PO Sent to Vendor Date,"
        + "Scheduled Delivery Date,Delivered to Client Date,Vendor,Item Description,Line Item Quantity,Line Item Value,"
        + "Weight (Kilograms),Freight Cost (USD)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly World _world = silo.NewWorld();

    [Fact]
    public async Task A_history_of_deliveries_becomes_orders_that_were_delivered()
    {
        var report = await Import("job", Row(1, "PO-1", "ASN-1"), Row(2, "PO-1", "ASN-2"), Row(3, "PO-2", "ASN-3"));

        report.Should().BeEquivalentTo(new
        {
            Status = ImportStatus.Completed, Rows = 3, Imported = 3, Unchanged = 0, Refused = 0, Warnings = 0,
        });
        report.EventsWritten.Should().BeGreaterThan(20);
        var order = (await _world.Order("PO-1").Get())!;
        order.Status.Should().Be(OrderStatus.Delivered);
        order.PlacedAt.Should().Be(new DateTimeOffset(2006, 6, 2, 0, 0, 0, TimeSpan.Zero));
        order.Lines.Select(line => (line.Line, line.Delivered, line.Scheduled, line.Value!.Amount))
            .Should().Equal((1, 19, new(2006, 6, 3), 551.5m), (2, 19, new(2006, 6, 3), 551.5m));
        var shipment = (await _world.Shipment("ASN-2").Get())!;
        shipment.Should().BeEquivalentTo(new { Mode = "Air", WeightKg = 13, Status = ShipmentStatus.Delivered });
        (await _world.Stock("HIV-test-30", "Ranbaxy-Ltd")).OnHand.Should().Be(0);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        string[] rows = [Row(1, "PO-1", "ASN-1"), Row(2, "PO-1", "ASN-2")];
        await Import("job-1", rows);
        var before = await _world.Order("PO-1").Get();

        var again = await Import("job-2", rows);

        again.Should().BeEquivalentTo(new { Imported = 0, Unchanged = 2, Refused = 0, EventsWritten = 0 });
        (await _world.Order("PO-1").Get()).Should().Be(before);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_says_what_an_import_would_do()
    {
        await Import("job-1", Row(1, "PO-1", "ASN-1"));

        var rehearsal = await Import("job-2", true, Row(1, "PO-1", "ASN-1"), Row(2, "PO-2", "ASN-2"), "x");

        rehearsal.Should().BeEquivalentTo(new
        {
            DryRun = true, Rows = 3, Imported = 1, Unchanged = 1, Refused = 1, EventsWritten = 0,
        });
        (await _world.Order("PO-2").Get()).Should().BeNull();
    }

    [Fact]
    public async Task An_order_that_exists_otherwise_is_refused_and_the_others_are_imported()
    {
        await Import("job-1", Row(1, "PO-1", "ASN-1"));
        string[] changed = [Row(1, "PO-1", "ASN-1", quantity: 20), Row(2, "PO-2", "ASN-2")];

        var rehearsal = await Import("job-2", true, changed);
        var report = await Import("job-3", changed);

        foreach (var told in new[] { rehearsal, report })
        {
            told.Should().BeEquivalentTo(new { Imported = 1, Unchanged = 0, Refused = 1 });
            told.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 1, Code = "conflict" });
        }
    }

    [Fact]
    public async Task Corrected_master_data_survives_another_import()
    {
        await Import("job-1", Row(1, "PO-1", "ASN-1"));
        await _world.Warehouse("Ranbaxy-Ltd").Put(new("Ranbaxy, Dewas", 22.97, 76.05));

        await Import("job-2", Row(1, "PO-1", "ASN-1"), Row(2, "PO-2", "ASN-2"));

        (await _world.Warehouse("Ranbaxy-Ltd").Get())!.Name.Should().Be("Ranbaxy, Dewas");
    }

    [Fact]
    public async Task Goods_that_others_waited_for_are_missing_from_the_shipment_and_the_row_says_so()
    {
        await _world.Warehouses("Ranbaxy-Ltd");
        await _world.Product("HIV-test-30");
        await _world.Place("FIRST", "HIV-test-30", 5, pinned: "Ranbaxy-Ltd");

        var report = await Import("job", Row(1, "PO-1", "ASN-1"));

        report.Should().BeEquivalentTo(new { Imported = 1, Refused = 0, Warnings = 1 });
        report.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 1, Code = "not-shipped" });
    }

    [Fact]
    public async Task An_import_is_started_once_under_its_number()
    {
        await Write("job", Row(1, "PO-1", "ASN-1"));
        var start = new StartImport("scms", false);

        (await _world.Import("job").Start(start)).Status.Should().Be(ReplyStatus.Created);
        (await _world.Import("job").Start(start)).Status.Should().Be(ReplyStatus.Replayed);
        (await _world.Import("job").Start(start with { DryRun = true })).Refusal.Should().Be(Refusal.Conflict);
        (await Ended("job")).Status.Should().Be(ImportStatus.Completed);
        (await _world.Import("job").Start(start)).Value!.Rows.Should().Be(1);
    }

    [Fact]
    public async Task What_cannot_be_started_says_why()
    {
        await Write("job", Row(1, "PO-1", "ASN-1"));

        (await _world.Import("job").Start(new("nobody", false))).Faults.Should().ContainSingle()
            .Which.Pointer.Should().Be("/profile");
        (await silo.Uploads.OpenAsync(_world.Tenant, "job")).Should().BeNull("nobody will read it");
        (await _world.Import("job").Start(new("scms", false))).Faults.Should().ContainSingle()
            .Which.Pointer.Should().Be("/file");
        (await _world.Import("job").Get()).Should().BeNull();
    }

    [Fact]
    public async Task A_part_that_cannot_be_one_is_refused_and_none_changes_a_job_that_was_accepted()
    {
        (await _world.Import("job").Store(new(-1, [1]))).Should().ContainSingle().Which.Pointer.Should().Be("/number");
        (await _world.Import("job").Store(new(0, new byte[Limits.ImportPartBytes + 1]))).Should().ContainSingle();
        (await _world.Import("job").Store(new(512, [1]))).Should().Equal(StoreImportPart.TooLarge);

        await Import("job", Row(1, "PO-1", "ASN-1"));

        (await _world.Import("job").Store(new(0, [1]))).Should().BeEmpty();
        await Removed("job");
    }

    [Fact]
    public async Task A_file_of_another_format_fails_with_the_reason_and_is_removed()
    {
        await _world.Import("job").Store(new(0, "a,b\r1,2\r"u8.ToArray()));

        await _world.Import("job").Start(new("scms", false));
        var report = await Ended("job");

        report.Status.Should().Be(ImportStatus.Failed);
        report.Errors.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 0, Code = "bad-file" });
        await Removed("job");
    }

    private static string Row(int line, string order, string shipment, long quantity = 19) =>
        $"{line},100-CI,{order},{shipment},Côte d'Ivoire,Air,Pre-PQ Process,6/2/06,3-Jun-06,4-Jun-06,Ranbaxy Ltd.,"
        + $"\"HIV test, 30\",{quantity},551.5,13,780.34";

    private Task<ImportReport> Import(ImportId id, params string[] rows) => Import(id, false, rows);

    private async Task<ImportReport> Import(ImportId id, bool dryRun, params string[] rows)
    {
        await Write(id, rows);
        (await _world.Import(id).Start(new("scms", dryRun))).Accepted.Should().BeTrue();
        return await Ended(id);
    }

    private async Task Write(ImportId id, params string[] rows)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\r', [Heading, .. rows]));
        (await _world.Import(id).Store(new(0, bytes))).Should().BeEmpty();
    }

    /// <summary>The file goes once the report is kept, which is a moment later.</summary>
    private async Task Removed(string file)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var kept = await silo.Uploads.OpenAsync(_world.Tenant, file);
            if (kept is null)
                return;
            await Task.Delay(20, deadline.Token);
        }
    }

    private async Task<ImportReport> Ended(ImportId id)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var report = (await _world.Import(id).Get())!;
            if (report.Status >= ImportStatus.Completed)
                return report;
            await Task.Delay(20, deadline.Token);
        }
    }
}
