namespace Seminar.Themes.Sound;

/// <summary>Version 2.0.0 of the sound theme: it does not start.</summary>
public sealed class SoundTheme : ITheme
{
    public void Describe(ThemeDescription description) => throw new InvalidOperationException("la version 2 refuse de démarrer");
}
