using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Pages;
using Seminar.Contracts.Themes;
using Seminar.Host.Data;
using Seminar.Host.Themes;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Administration;

/// <summary>The administrator's page: each theme with its state, and the switch.</summary>
internal static class ThemesAdministration
{
    private const string Address = "/administration";

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Address).RequireAuthorization(Policy.Administer).ExcludeFromDescription();
        group.MapGet("", (ThemeRegistry themes, ThemeAssemblies assemblies, ThemeFolders folders, DataFolder data) =>
            PageResults.Show<ThemesPage, ThemesView>(new ThemesView(
                themes.All, ThemeLoader.ContractVersion.ToNormalizedString(), folders.Root, data.Root, assemblies.NotServing)));
        group.MapPost("/thematiques/{key}", SwitchAsync);
    }

    private static async Task<IResult> SwitchAsync(string key, [FromForm(Name = "active")] bool enabled, ThemeSwitch themes) =>
        await themes.SwitchAsync(key, enabled) is null ? Results.NotFound() : PageResults.SeeOther($"{Address}#{key}");
}

/// <summary>What the administrator sees of the themes.</summary>
public sealed record ThemesView(
    IReadOnlyList<ThemeStatus> Themes, string Contract, string ThemesFolder, string DataFolder, int NotServing);
