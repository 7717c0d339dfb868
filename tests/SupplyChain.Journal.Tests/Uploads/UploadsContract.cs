namespace SupplyChain.Journal.Uploads;

/// <summary>What holds of uploaded files wherever they are kept.</summary>
public abstract class UploadsContract
{
    private static readonly byte[] Whole = Random(Limits.ImportPartBytes, seed: 1);
    private static readonly byte[] Rest = Random(777, seed: 2);

    protected abstract IUploads Uploads { get; }

    [Fact]
    public async Task A_file_is_read_as_it_was_stored_by_its_tenant_only()
    {
        await Uploads.StoreAsync("demo", "imp-1", 0, Whole);
        await Uploads.StoreAsync("demo", "imp-1", 1, Rest);
        await Uploads.StoreAsync("demo", "imp-1", 1, Rest);

        (await ReadAsync("demo", "imp-1")).Should().Equal([.. Whole, .. Rest]);
        (await Uploads.OpenAsync("other", "imp-1")).Should().BeNull();
        (await Uploads.OpenAsync("demo", "imp-2")).Should().BeNull();
    }

    [Fact]
    public async Task The_first_part_begins_the_file_anew()
    {
        await Uploads.StoreAsync("demo", "imp-1", 0, Whole);
        await Uploads.StoreAsync("demo", "imp-1", 1, Rest);

        await Uploads.StoreAsync("demo", "imp-1", 0, Rest);

        (await ReadAsync("demo", "imp-1")).Should().Equal(Rest);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_may_be_deleted_again()
    {
        await Uploads.StoreAsync("demo", "imp-1", 0, Rest);
        await Uploads.StoreAsync("demo", "imp-2", 0, Rest);

        await Uploads.DeleteAsync("demo", "imp-1");
        await Uploads.DeleteAsync("demo", "imp-1");

        (await Uploads.OpenAsync("demo", "imp-1")).Should().BeNull();
        (await ReadAsync("demo", "imp-2")).Should().Equal(Rest);
    }

    [Fact]
    public async Task What_nobody_deleted_for_a_week_goes_when_another_file_begins()
    {
        await Uploads.StoreAsync("demo", "imp-1", 0, Rest);
        await Uploads.StoreAsync("demo", "imp-2", 0, Rest);
        await AgeAsync("imp-1", IUploads.KeptFor + TimeSpan.FromHours(1));

        await Uploads.StoreAsync("demo", "imp-3", 0, Rest);

        (await Uploads.OpenAsync("demo", "imp-1")).Should().BeNull();
        (await ReadAsync("demo", "imp-2")).Should().Equal(Rest);
    }

    [Fact]
    public async Task Whoever_stops_reading_in_the_middle_leaves_nothing_hanging()
    {
        for (var part = 0; part < 4; part++)
        {
            await Uploads.StoreAsync("demo", "imp-1", part, Whole);
        }
        for (var reader = 0; reader < 20; reader++)
        {
            await using var file = await Uploads.OpenAsync("demo", "imp-1");
            (await file!.ReadAtLeastAsync(new byte[10], 10)).Should().Be(10);
        }
        (await ReadAsync("demo", "imp-1")).Should().HaveCount(4 * Whole.Length);
    }

    /// <summary>Makes a file of the tenant demo look as if it was stored longer ago.</summary>
    protected abstract Task AgeAsync(string file, TimeSpan by);

    private static byte[] Random(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private async Task<byte[]> ReadAsync(TenantId tenant, string file)
    {
        await using var stream = await Uploads.OpenAsync(tenant, file);
        using var all = new MemoryStream();
        await stream!.CopyToAsync(all);
        return all.ToArray();
    }
}
