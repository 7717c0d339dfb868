using FluentAssertions;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace SupplyChain;

/// <summary>Grain storage keeps one row per grain, and a version of it is written once.</summary>
public sealed class GrainStorageTests(OneStorage storage) : IClassFixture<OneStorage>
{
    private const string Kind = "view";
    private const int Writers = 16;
    private const int Rounds = 5;

    [Theory]
    [InlineData("by-name")]
    [InlineData("Über; DROP TABLE 'x'")]
    [InlineData("000000000000000000000000000000a1")]
    [InlineData("2a")]
    public async Task What_was_written_is_read(string key)
    {
        var (view, grain) = (storage.Get(OneStorage.Keeping), Grain(key + "+" + Guid.NewGuid().ToString("N")));
        var written = State("one");
        await view.WriteStateAsync(Kind, grain, written);
        written.State = new("two");
        await view.WriteStateAsync(Kind, grain, written);

        var read = await ReadAsync(view, grain);

        read.Should().BeEquivalentTo(new { State = new View("two"), written.ETag, RecordExists = true });
    }

    [Fact]
    public async Task What_was_never_written_does_not_exist() =>
        (await ReadAsync(storage.Get(OneStorage.Keeping), Grain()))
            .Should().BeEquivalentTo(new { ETag = (string?)null, RecordExists = false });

    [Fact]
    public async Task Of_many_first_writers_exactly_one_succeeds()
    {
        var view = storage.Get(OneStorage.Keeping);
        for (var round = 0; round < Rounds; round++)
        {
            var grain = Grain();
            var states = Enumerable.Range(0, Writers).Select(writer => State($"{writer}")).ToList();

            var outcomes = await Task.WhenAll(states.Select(state => SucceedsAsync(
                () => view.WriteStateAsync(Kind, grain, state))));

            outcomes.Count(won => won).Should().Be(1);
            (await ReadAsync(view, grain)).State.Should().Be(states[outcomes.IndexOf(true)].State);
        }
    }

    [Fact]
    public async Task Of_many_who_write_the_same_version_exactly_one_succeeds()
    {
        var (view, grain) = (storage.Get(OneStorage.Keeping), Grain());
        await view.WriteStateAsync(Kind, grain, State("first"));
        for (var round = 0; round < Rounds; round++)
        {
            var states = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => ReadAsync(view, grain)));
            for (var writer = 0; writer < Writers; writer++)
                states[writer].State = new($"{round}-{writer}");

            var outcomes = await Task.WhenAll(states.Select(state => SucceedsAsync(
                () => view.WriteStateAsync(Kind, grain, state))));

            outcomes.Count(won => won).Should().Be(1);
            (await ReadAsync(view, grain)).State.Should().Be(states[outcomes.IndexOf(true)].State);
        }
    }

    [Theory]
    [InlineData(OneStorage.Keeping)]
    [InlineData(OneStorage.Deleting)]
    public async Task Who_knows_an_old_version_is_refused(string name)
    {
        var (view, grain) = (storage.Get(name), Grain());
        var newest = State("one");
        await view.WriteStateAsync(Kind, grain, newest);
        var (stale, never) = (await ReadAsync(view, grain), State("never read"));
        newest.State = new("two");
        await view.WriteStateAsync(Kind, grain, newest);

        stale.State = new("stale");
        var writing = () => view.WriteStateAsync(Kind, grain, stale);
        var clearing = () => view.ClearStateAsync(Kind, grain, stale);
        var first = () => view.WriteStateAsync(Kind, grain, never);

        await writing.Should().ThrowAsync<InconsistentStateException>();
        await clearing.Should().ThrowAsync<InconsistentStateException>();
        await first.Should().ThrowAsync<InconsistentStateException>();
        (await ReadAsync(view, grain)).State.Should().Be(new View("two"));
    }

    [Theory]
    [InlineData(OneStorage.Keeping)]
    [InlineData(OneStorage.Deleting)]
    public async Task What_was_cleared_can_be_written_again_by_one(string name)
    {
        var (view, grain) = (storage.Get(name), Grain());
        var state = State("one");
        await view.WriteStateAsync(Kind, grain, state);
        var stale = await ReadAsync(view, grain);

        await view.ClearStateAsync(Kind, grain, state);

        var read = await ReadAsync(view, grain);
        read.State.Should().Be(new View());
        var late = () => view.WriteStateAsync(Kind, grain, stale);
        await late.Should().ThrowAsync<InconsistentStateException>();
        read.State = new("again");
        await view.WriteStateAsync(Kind, grain, read);
        (await ReadAsync(view, grain)).State.Should().Be(new View("again"));
    }

    [Fact]
    public async Task Grains_of_different_types_and_keys_do_not_share_a_row()
    {
        var view = storage.Get(OneStorage.Keeping);
        var key = Guid.NewGuid();
        GrainId[] grains =
        [
            GrainId.Create(Kind, key.ToString("N")), GrainId.Create(Kind, $"{key:N}+more"),
            GrainId.Create(Kind, $"{key:N}+More"), GrainId.Create(Kind, key.ToString("D") + "-named"),
        ];
        foreach (var grain in grains)
            await view.WriteStateAsync(Kind, grain, State(grain.ToString()));
        await view.WriteStateAsync("cursor", grains[0], State("cursor"));

        foreach (var grain in grains)
            (await ReadAsync(view, grain)).State.Should().Be(new View(grain.ToString()));
    }

    private static GrainId Grain(string? key = null) => GrainId.Create(Kind, key ?? Guid.NewGuid().ToString("N"));

    private static GrainState<View> State(string text) => new(new View(text));

    private static async Task<GrainState<View>> ReadAsync(IGrainStorage view, GrainId grain)
    {
        var state = new GrainState<View>();
        await view.ReadStateAsync(Kind, grain, state);
        return state;
    }

    private static async Task<bool> SucceedsAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}

/// <summary>Something worth storing.</summary>
[GenerateSerializer, Alias("test-view")]
public sealed record View([property: Id(0)] string Text)
{
    /// <summary>Before anything was stored.</summary>
    public View()
        : this("")
    {
    }
}
