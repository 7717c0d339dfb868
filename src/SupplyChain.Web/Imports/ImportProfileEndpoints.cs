using System.Text;

namespace SupplyChain.Imports;

/// <summary>Profiles of imports.</summary>
internal static class ImportProfileEndpoints
{
    private const string Tag = "Imports";

    public static void MapImportProfiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/import-profiles", ListAsync)
            .Operation(Tag, "listImportProfiles",
                "The profiles that files can be imported with: saved ones, those of the node's folder, and those that "
                + "come with the product. Of two with one name the first of these counts")
            .Answers<ImportProfilesAnswer>(200);
        api.MapGet("/import-profiles/{name}", GetAsync)
            .Operation(Tag, "getImportProfile", "What a profile says, as JSON")
            .AnswersText("application/json")
            .Fails(400, 404);
        api.MapPut("/import-profiles/{name}", PutAsync)
            .Operation(Tag, "putImportProfile",
                "Saves or replaces a profile. The body is the profile itself, whose name is that of the path; what is "
                + "wrong with it is told as a whole. Imports that run go on with what they have read")
            .TakesJson()
            .Answers<ImportProfileSavedAnswer>(200)
            .Refuses(Refusal.Conflict)
            .Fails(400, 413, 422);
        api.MapDelete("/import-profiles/{name}", DeleteAsync)
            .Operation(Tag, "deleteImportProfile",
                "Deletes a saved profile; one that is not there is deleted already. One of the same name that is a "
                + "file or comes with the product counts again")
            .Answers<ImportProfileSavedAnswer>(200)
            .Fails(400);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain) =>
        Answers.Plain(ImportProfilesAnswer.Of(await chain.ForReading(http).Imports.ProfilesAsync(http.RequestAborted)));

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain) =>
        await chain.ForReading(http).Imports.GetProfileAsync(http.Id("name"), http.RequestAborted) is { } profile
            ? Results.Text(profile.Json, "application/json", Encoding.UTF8)
            : Problems.NotFound("The profile does not exist.");

    private static async Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        var name = http.Id("name");
        var text = new char[PutImportProfile.MaxLength + 1];
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var length = await reader.ReadBlockAsync(text, http.RequestAborted);
        if (length > PutImportProfile.MaxLength)
            throw new BadHttpRequestException($"A profile has at most {PutImportProfile.MaxLength} characters.", 413);
        var profile = new PutImportProfile(name, new(text, 0, length));
        var reply = await chain.ForWriting(http).Imports.PutProfileAsync(profile, http.RequestAborted);
        return Answers.Reply(reply, saved => Answers.Plain(new ImportProfileSavedAnswer(saved.Name, reply.Replayed)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForWriting(http).Imports.DeleteProfileAsync(http.Id("name"), http.RequestAborted);
        return Answers.Reply(reply, gone => Answers.Plain(new ImportProfileSavedAnswer(gone.Name, reply.Replayed)));
    }
}
