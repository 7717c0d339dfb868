using System.Text;
using FluentAssertions;

namespace SupplyChain.Imports;

/// <summary>A format of deliveries in short, and rows of it.</summary>
internal static class Deliveries
{
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public const string Json = """
        {
          "name": "deliveries", "dateFormats": ["d-MMM-yy", "M/d/yy"], "twoDigitYearsUntil": 2029, "currency": "USD",
          "partial": true, "receiveStock": true, "defineMissing": true,
          "fields": {
            "order": { "columns": ["PO"] }, "line": { "columns": ["ID"] }, "customer": { "columns": ["Project"] },
            "country": { "columns": ["Country"] }, "sku": { "columns": ["Item"], "id": "slug" },
            "productName": { "columns": ["Item"] }, "quantity": { "columns": ["Quantity"] },
            "value": { "columns": ["Value"] },
            "placed": { "columns": ["Sent", "Quoted"], "unknown": ["Not captured", "N/A"] },
            "scheduled": { "columns": ["Scheduled"] }, "delivered": { "columns": ["Delivered"] },
            "warehouse": { "columns": ["Vendor"], "id": "slug" }, "warehouseName": { "columns": ["Vendor"] },
            "shipment": { "columns": ["ASN"] }, "mode": { "columns": ["Mode"], "unknown": ["N/A"] },
            "weightKg": { "columns": ["Weight"], "unknown": ["Separately"], "otherRow": "^See ASN-\\d+$" },
            "freight": { "columns": ["Freight"], "unknown": ["Included"], "otherRow": "^See ASN-\\d+$" }
          },
          "countries": { "Côte d'Ivoire": "CI" }
        }
        """;

    public static ImportProfile Profile { get; } = ImportProfileReader.Read(Encoding.UTF8.GetBytes(Json));

    /// <summary>The same format for live business.</summary>
    public static ImportProfile Live { get; } = With("\"partial\": true", "\"partial\": false");

    private static readonly Dictionary<string, string> Clean = new()
    {
        ["PO"] = "PO-1", ["ID"] = "1", ["Project"] = "100-CI", ["Country"] = "Côte d'Ivoire", ["Item"] = "HIV test, 30",
        ["Quantity"] = "19", ["Value"] = "551.5",
        ["Sent"] = "6/2/06", ["Quoted"] = "5/1/06", ["Scheduled"] = "3-Jun-06",
        ["Delivered"] = "4-Jun-06", ["Vendor"] = "Ranbaxy Ltd.", ["ASN"] = "ASN-8", ["Mode"] = "Air", ["Weight"] = "13",
        ["Freight"] = "780.34",
    };

    /// <summary>The cells of a clean row with some changed, as <c>column=text</c>.</summary>
    public static string[] Row(params string[] changes)
    {
        var cells = new Dictionary<string, string>(Clean);
        foreach (var change in changes)
        {
            var parts = change.Split('=', 2);
            cells.Should().ContainKey(parts[0]);
            cells[parts[0]] = parts[1];
        }
        return [.. Profile.Headings.Select(heading => cells[heading])];
    }

    /// <summary>The format with something said otherwise.</summary>
    public static ImportProfile With(string part, string instead)
    {
        Json.Should().Contain(part);
        return ImportProfileReader.Read(Encoding.UTF8.GetBytes(Json.Replace(part, instead, StringComparison.Ordinal)));
    }

    public static (ImportPlan Plan, ImportFindings Findings) Read(params string[][] rows) => ReadWith(Profile, rows);

    public static (ImportPlan Plan, ImportFindings Findings) ReadLive(params string[][] rows) => ReadWith(Live, rows);

    private static (ImportPlan Plan, ImportFindings Findings) ReadWith(ImportProfile profile, string[][] rows)
    {
        var findings = new ImportFindings();
        var planner = new ImportPlanner(profile, Now, findings);
        for (var index = 0; index < rows.Length; index++)
            planner.Add(index + 1, rows[index]);
        return (planner.Plan(), findings);
    }
}
