using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>Why a theme does not run: the state it gets, the step that failed, the reason and the remedy in French.</summary>
internal sealed class ThemeFailure(ThemeState state, string step, string reason, string remedy) : Exception(reason)
{
    public ThemeState State { get; } = state;

    public string Step { get; } = step;

    public string Remedy { get; } = remedy;

    public string Reason => $"Étape « {Step} » : {Message}";
}
