using System.Text;

namespace SupplyChain;

/// <summary>A planner imports a file: with errors, mended, committed.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class ImportTests(PlannerSite site)
{
    private const string Heading = "PO number;line;customer;country;article;qty";

    [Fact]
    public async Task A_file_with_errors_is_mapped_tried_mended_and_imported()
    {
        using var http = await site.HttpAsync();
        var id = $"IMP-{Guid.NewGuid():N}"[..12];
        await http.PutAsync($"products/{id}", new { description = "Valve" });
        await using var tab = await site.TabAsync();
        await tab.GoAsync("/import");

        await UploadAsync(tab, $"{Heading}\n{id}-1;1;ACME;FR;{id};3\n{id}-2;1;ACME;FR;{id};1O\n");
        await tab.Page.GetByLabel("Read with").SelectOptionAsync("~");
        await Assertions.Expect(tab.Page.GetByLabel("article becomes")).ToHaveValueAsync("sku");
        await tab.Page.GetByLabel("Save as profile").FillAsync(id.ToLowerInvariant());
        (await tab.BarriersAsync()).Should().BeEmpty();
        await ClickAsync(tab, "Save the profile and dry run");

        await Assertions.Expect(tab.Page.Locator(".findings tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Cell, new() { Name = "1O", Exact = true }))
            .ToBeVisibleAsync();
        (await http.SendAsync(HttpMethod.Get, $"orders/{id}-1")).Status.Should().Be(404, "a dry run writes nothing");
        (await tab.BarriersAsync()).Should().BeEmpty();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Upload a corrected file" }).ClickAsync();

        await UploadAsync(tab, $"{Heading}\n{id}-1;1;ACME;FR;{id};3\n{id}-2;1;ACME;FR;{id};10\n");
        await tab.Page.GetByLabel("Read with").SelectOptionAsync(id.ToLowerInvariant());
        await ClickAsync(tab, "Dry run");
        await ClickAsync(tab, "Import 2 rows");

        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Receipt" })).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".facts dd").First).ToHaveTextAsync("2");
        (await tab.BarriersAsync()).Should().BeEmpty();
        (await http.SendAsync(HttpMethod.Get, $"orders/{id}-2")).Status.Should().Be(200);
        tab.Complaints.Should().BeEmpty();
    }

    private static async Task UploadAsync(Tab tab, string text)
    {
        var file = tab.Page.Locator("input[type=file]");
        await Assertions.Expect(file).ToBeEnabledAsync();
        await file.SetInputFilesAsync(
            new FilePayload { Name = "branch.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        // The file is stored before it is looked into; beside other tests that takes its time.
        await Assertions.Expect(tab.Page.GetByLabel("Read with")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static Task ClickAsync(Tab tab, string name) =>
        tab.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
