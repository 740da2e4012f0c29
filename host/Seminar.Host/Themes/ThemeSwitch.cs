using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Themes;
using Seminar.Host.Startup;

namespace Seminar.Host.Themes;

/// <summary>Switching a theme from outside: the page, the API and the command line all come through here.</summary>
internal sealed class ThemeSwitch(ThemeRegistry themes, SampleSeminar sample)
{
    public async Task<IResult> EnableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: true));

    public async Task<IResult> DisableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: false));

    /// <summary>Holds a theme at a version, or lets it run its newest one again.</summary>
    public async Task<IResult> PinAsync(string key, string? version) =>
        Answer(key, await ApplyAsync(key, setting => setting with { Pinned = version }));

    /// <returns>The new status, or null when there is no such theme.</returns>
    public Task<ThemeStatus?> SwitchAsync(string key, bool enabled) =>
        ApplyAsync(key, setting => setting with { Enabled = enabled });

    private async Task<ThemeStatus?> ApplyAsync(string key, Func<ThemeSetting, ThemeSetting> change)
    {
        var status = await themes.ApplyAsync(key, change);
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
