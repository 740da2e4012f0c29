using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Themes;
using Seminar.Host.Startup;

namespace Seminar.Host.Themes;

/// <summary>Switching a theme from outside: the page, the API and the command line all come through here.</summary>
internal sealed class ThemeSwitch(ThemeRegistry themes, SampleSeminar sample)
{
    public async Task<IResult> EnableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: true));

    public async Task<IResult> DisableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: false));

    /// <returns>The new status, or null when there is no such theme.</returns>
    public async Task<ThemeStatus?> SwitchAsync(string key, bool enabled)
    {
        var status = enabled ? await themes.EnableAsync(key) : await themes.DisableAsync(key);
        if (themes.Find(key) is { } theme)
        {
            await sample.FillAsync(theme, CancellationToken.None);
        }

        return status;
    }

    private static IResult Answer(string key, ThemeStatus? status) => status is null
        ? Results.Problem(new ProblemDetails { Status = 404, Title = "Introuvable", Detail = $"Aucune thématique n’a la clé « {key} »." })
        : Results.Json(status);
}
