using Microsoft.AspNetCore.Mvc;
using Seminar.Contracts.Themes;
using Seminar.Host.Data;
using Seminar.Host.Startup;

namespace Seminar.Host.Themes;

/// <summary>Switching a theme from outside: the page, the API and the command line all come through here.</summary>
internal sealed class ThemeSwitch(ThemeRegistry themes, SampleSeminar sample, DataFolder data)
{
    public async Task<IResult> EnableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: true));

    public async Task<IResult> DisableAsync(string key) => Answer(key, await SwitchAsync(key, enabled: false));

    /// <summary>Holds a theme at a version.</summary>
    public async Task<IResult> PinAsync(string key, string version)
    {
        var pinned = await themes.PinAsync(key, version);
        await FillAsync(key);
        return pinned?.Refusal is { } reason
            ? Results.Problem(new ProblemDetails { Status = StatusCodes.Status422UnprocessableEntity, Title = "Rien n’a été changé", Detail = reason })
            : Answer(key, pinned?.Status);
    }

    /// <summary>Lets a theme run its newest version again.</summary>
    public async Task<IResult> UnpinAsync(string key) => Answer(key, await ApplyAsync(key, setting => setting with { Pinned = null }));

    /// <returns>The new status, or null when there is no such theme.</returns>
    public async Task<ThemeStatus?> SwitchAsync(string key, bool enabled)
    {
        var status = await ApplyAsync(key, setting => setting with { Enabled = enabled });
        if (status is not null && !enabled)
        {
            data.Known.LetBeginAgain(key, data.ThemeDatabase(key));
        }

        return status;
    }

    private async Task<ThemeStatus?> ApplyAsync(string key, Func<ThemeSetting, ThemeSetting> change)
    {
        var status = await themes.ApplyAsync(key, change);
        await FillAsync(key);
        return status;
    }

    private Task FillAsync(string key) =>
        themes.Find(key) is { } theme ? sample.FillAsync(theme, CancellationToken.None) : Task.CompletedTask;

    private static IResult Answer(string key, ThemeStatus? status) => status is null
        ? Results.Problem(new ProblemDetails { Status = 404, Title = "Introuvable", Detail = $"Aucune thématique n’a la clé « {key} »." })
        : Results.Json(status);
}
