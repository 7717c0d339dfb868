using System.Text.Json.Nodes;

namespace SupplyChain.Journal;

public sealed class EventCodecTests
{
    private static readonly Dictionary<(string, int), Func<JsonObject, JsonObject>> Steps = new()
    {
        [("thing.made", 1)] = json =>
        {
            json["weightKg"] = json["weight"]!.GetValue<int>();
            json.Remove("weight");
            return json;
        },
        [("thing.made", 2)] = json =>
        {
            json["colour"] = "unknown";
            return json;
        },
    };

    [Fact]
    public void An_old_event_is_lifted_step_by_step()
    {
        Upcasters.Lift(Steps, "thing.made", 1, 3, """{"weight":5}"""u8).ToJsonString()
            .Should().Be("""{"weightKg":5,"colour":"unknown"}""");
        Upcasters.Lift(Steps, "thing.made", 2, 3, """{"weightKg":7}"""u8).ToJsonString()
            .Should().Be("""{"weightKg":7,"colour":"unknown"}""");
    }

    [Fact]
    public void A_missing_step_is_said()
    {
        var lift = () => Upcasters.Lift(Steps, "thing.made", 1, 4, """{"weight":5}"""u8);

        lift.Should().Throw<UnknownEventException>().WithMessage("*thing.made from schema 3*");
    }

    [Fact]
    public void An_event_of_a_newer_version_is_refused()
    {
        var unknown = () => EventCodec.Decode("never.heard.of", 1, "{}"u8);
        unknown.Should().Throw<UnknownEventException>().WithMessage("*never.heard.of*newer version*");

        foreach (var (type, schema, _) in EventCodec.Known)
        {
            var newer = () => EventCodec.Decode(type, schema + 1, "{}"u8);
            newer.Should().Throw<UnknownEventException>().WithMessage($"*{type} schema {schema + 1}*");
        }
    }
}
