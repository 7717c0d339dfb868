using FluentAssertions;
using Npgsql;
using Orleans.Runtime;
using Xunit;

namespace SupplyChain;

/// <summary>The membership table keeps what Orleans' protocol relies on.</summary>
public sealed class MembershipTests(OneDatabase database)
{
    private const int Writers = 16;
    private const int Rounds = 10;

    [Fact]
    public async Task A_new_cluster_has_no_members_and_initialising_it_again_changes_nothing()
    {
        using var members = await Members.CreateAsync(database);
        (await members.Table.ReadAllAsync()).Members.Should().BeEmpty();
        await members.JoinAsync();

        await members.Table.InitializeMembershipTableAsync(true);

        (await members.Table.ReadAllAsync()).Members.Should().ContainSingle();
        (await members.VersionAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_member_is_read_as_it_was_written()
    {
        using var members = await Members.CreateAsync(database);
        var joined = await members.JoinAsync(members.New(SiloStatus.Joining));
        joined.Status = SiloStatus.Dead;
        joined.IAmAliveTime = Members.Noon.AddMinutes(5);
        joined.AddSuspector(members.New().SiloAddress, Members.Noon.AddMinutes(6));
        var (_, etag) = (await members.Table.ReadRowAsync(joined.SiloAddress)).Members.Single();
        var next = (await members.Table.ReadAllAsync()).Version.Next();

        var written = await members.Table.UpdateRowAsync(joined, etag, next);

        written.Should().BeTrue();
        var (read, _) = (await members.Table.ReadRowAsync(joined.SiloAddress)).Members.Should().ContainSingle().Subject;
        read.Should().BeEquivalentTo(joined);
        (await members.Table.ReadRowAsync(members.New().SiloAddress)).Members.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_many_who_join_on_one_version_exactly_one_succeeds()
    {
        using var members = await Members.CreateAsync(database);
        for (var round = 1; round <= Rounds; round++)
        {
            var next = (await members.Table.ReadAllAsync()).Version.Next();

            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, Writers).Select(_ => members.Table.InsertRowAsync(members.New(), next)));

            outcomes.Count(won => won).Should().Be(1);
            var table = await members.Table.ReadAllAsync();
            table.Version.Version.Should().Be(round);
            table.Members.Should().HaveCount(round);
        }
    }

    [Fact]
    public async Task Of_many_who_change_members_on_one_version_exactly_one_succeeds()
    {
        using var members = await Members.CreateAsync(database);
        var (one, other) = (await members.JoinAsync(), await members.JoinAsync());
        for (var round = 1; round <= Rounds; round++)
        {
            var next = (await members.Table.ReadAllAsync()).Version.Next();

            var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => writer switch
            {
                0 => members.Table.InsertRowAsync(members.New(), next),
                _ => members.Table.UpdateRowAsync(writer % 2 == 0 ? one : other, "", next),
            }));

            outcomes.Count(won => won).Should().Be(1);
            (await members.VersionAsync()).Should().Be(2 + round);
        }
    }

    [Fact]
    public async Task A_member_joins_only_once()
    {
        using var members = await Members.CreateAsync(database);
        var joined = await members.JoinAsync();

        var again = await members.Table.InsertRowAsync(joined, (await members.Table.ReadAllAsync()).Version.Next());

        again.Should().BeFalse();
        (await members.VersionAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Changing_a_member_that_is_not_there_changes_nothing()
    {
        using var members = await Members.CreateAsync(database);
        await members.JoinAsync();
        var next = (await members.Table.ReadAllAsync()).Version.Next();

        (await members.Table.UpdateRowAsync(members.New(), "", next)).Should().BeFalse();

        (await members.VersionAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_member_that_is_cleaned_up_while_it_is_changed_leaves_the_version_alone()
    {
        using var members = await Members.CreateAsync(database);
        var joined = await members.JoinAsync(members.New(SiloStatus.Dead));
        var next = (await members.Table.ReadAllAsync()).Version.Next();
        await using var cleaner = await database.ConnectAsync();
        await using var cleaning = await cleaner.BeginTransactionAsync();
        await using var delete = new NpgsqlCommand(
            $"DELETE FROM orleans_members WHERE cluster_id = '{members.Cluster}'", cleaner);
        (await delete.ExecuteNonQueryAsync()).Should().Be(1);

        var change = members.Table.UpdateRowAsync(joined, "", next);
        await Task.WhenAny(change, SomebodyWaitsForALockAsync());
        await cleaning.CommitAsync();

        (await change).Should().BeFalse();
        (await members.VersionAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_sign_of_life_raises_no_version()
    {
        using var members = await Members.CreateAsync(database);
        var joined = await members.JoinAsync();
        joined.IAmAliveTime = Members.Noon.AddHours(1);

        await members.Table.UpdateIAmAliveAsync(joined);

        var table = await members.Table.ReadAllAsync();
        table.Members.Single().Item1.IAmAliveTime.Should().Be(joined.IAmAliveTime);
        table.Version.Version.Should().Be(1);
    }

    [Fact]
    public async Task Only_active_members_with_a_gateway_are_gateways()
    {
        using var members = await Members.CreateAsync(database);
        var gateway = await members.JoinAsync(members.New(gatewayPort: 30_123));
        await members.JoinAsync(members.New(gatewayPort: 0));
        await members.JoinAsync(members.New(SiloStatus.Dead));
        await members.JoinAsync(members.New(SiloStatus.Joining));

        var gateways = await members.GatewaysAsync();

        gateways.Should().ContainSingle().Which.Should().Match<Uri>(uri =>
            uri.Port == 30_123 && uri.Host == gateway.SiloAddress.Endpoint.Address.ToString());
    }

    [Fact]
    public async Task Members_that_are_gone_for_long_are_cleaned_up_and_nobody_else()
    {
        using var members = await Members.CreateAsync(database);
        using var others = await Members.CreateAsync(database);
        await others.JoinAsync(others.New(SiloStatus.Dead));
        var goneForLong = await members.JoinAsync(members.New(SiloStatus.Dead));
        var active = await members.JoinAsync();
        var goneJustNow = members.New(SiloStatus.Dead);
        goneJustNow.IAmAliveTime = Members.Noon.AddDays(2);
        await members.JoinAsync(goneJustNow);

        await members.Table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Members.Noon.AddDays(1)));

        (await members.Table.ReadAllAsync()).Members.Select(member => member.Item1.SiloAddress)
            .Should().BeEquivalentTo([active.SiloAddress, goneJustNow.SiloAddress])
            .And.NotContain(goneForLong.SiloAddress);
        (await others.Table.ReadAllAsync()).Members.Should().ContainSingle();
    }

    [Fact]
    public async Task A_cluster_is_removed_with_its_members()
    {
        using var members = await Members.CreateAsync(database);
        using var others = await Members.CreateAsync(database);
        await members.JoinAsync();
        await others.JoinAsync();

        await members.Table.DeleteMembershipTableEntriesAsync(members.Cluster);

        var left = "SELECT count(*) FROM orleans_members"
            + $" WHERE cluster_id IN ('{members.Cluster}', '{others.Cluster}')";
        (await database.ReadAsync<long>(left)).Should().Be(1);
        (await others.Table.ReadAllAsync()).Members.Should().ContainSingle();
    }

    private async Task SomebodyWaitsForALockAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'";
        while (await database.ReadAsync<long>(Waiting) == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
    }
}
