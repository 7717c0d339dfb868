using Microsoft.Extensions.Options;

namespace SupplyChain.Access;

/// <summary>What operators say of an identity provider.</summary>
public sealed class OpenIdOptionsTests
{
    public static TheoryData<Action<OpenIdOptions>, string> Mistakes => new()
    {
        { given => given.Authority = null, "Authority is missing" },
        { given => given.Authority = "http://id.example", "is not an https address" },
        { given => given.Authority = "id.example", "is not an https address" },
        { given => given.ClientId = "", "ClientId is missing" },
        { given => given.ClientSecret = null, "ClientSecret is missing" },
        { given => given.Scope = "profile", "does not name 'openid'" },
        { given => given.Label = "", "Label" },
        { given => given.RoleClaim = "", "RoleClaim" },
        { given => given.Roles.Clear(), "Roles names no role" },
        { given => given.Roles["Boss"] = "bosses", "Roles:Boss is no role" },
        { given => given.MaxSessionAge = TimeSpan.FromHours(13), "MaxSessionAge" },
        { given => given.MaxSessionAge = TimeSpan.Zero, "MaxSessionAge" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(Action<OpenIdOptions> mistake, string said)
    {
        var given = Given();
        mistake(given);
        given.Invoking(one => one.Check()).Should().Throw<OptionsValidationException>().WithMessage($"*{said}*")
            .Which.Message.Should().StartWith("Access:OpenId");
    }

    [Theory]
    [InlineData("https://id.example/realms/supply")]
    [InlineData("http://127.0.0.1:9000")]
    public void What_makes_sense_is_taken(string authority)
    {
        var given = Given();
        given.Authority = authority;
        given.Invoking(one => one.Check()).Should().NotThrow();
        new OpenIdOptions().Invoking(none => none.Check()).Should().NotThrow("nobody has to have one");
    }

    [Theory]
    [InlineData(null, "everybody", "PLANNERS")]
    [InlineData(Role.Planner, "everybody", "planners")]
    [InlineData(Role.Planner, "shift leads")]
    [InlineData(Role.Admin, "planners", "admins")]
    [InlineData(null)]
    public void The_role_that_reaches_furthest_counts(Role? role, params string[] values) =>
        Given().RoleOf(values).Should().Be(role);

    [Theory]
    [InlineData(Role.Planner, null, "HAM")]
    [InlineData(Role.Planner, "HAM BER", "HAM", "BER", "HAM")]
    [InlineData(Role.Viewer, "", "*")]
    [InlineData(Role.Admin, "")]
    [InlineData(Role.Integrator, "", "HAM")]
    [InlineData(Role.Viewer, "refused")]
    [InlineData(Role.Viewer, "refused", "HAM", "*")]
    [InlineData(Role.Viewer, "refused", "no id")]
    public void The_warehouses_of_a_role_that_can_be_limited_are_those_of_the_claim(
        Role role, string? expected, params string[] values)
    {
        var given = Given();
        given.WarehouseClaim = expected is null ? null : "warehouses";

        var limits = given.WarehousesOf(role, values);

        (limits is { } some ? string.Join(' ', some) : "refused").Should().Be(expected ?? "");
    }

    [Fact]
    public void More_warehouses_than_a_session_can_name_are_refused()
    {
        var given = Given();
        given.WarehouseClaim = "warehouses";

        given.WarehousesOf(Role.Viewer, Enumerable.Range(0, 100).Select(i => $"W-{i}")).Should().NotBeNull();
        given.WarehousesOf(Role.Viewer, Enumerable.Range(0, 101).Select(i => $"W-{i}")).Should().BeNull();
        given.WarehousesOf(Role.Viewer, Enumerable.Range(0, 50).Select(i => $"W-{new string('x', 40)}{i}"))
            .Should().BeNull();
    }

    private static OpenIdOptions Given() => new()
    {
        Authority = "https://id.example", ClientId = "supplychain", ClientSecret = "secret",
        Roles = { ["planner"] = " planners ;shift leads", ["Admin"] = "admins" },
    };
}
