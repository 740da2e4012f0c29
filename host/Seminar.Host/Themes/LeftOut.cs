using Seminar.Contracts.Themes;

namespace Seminar.Host.Themes;

/// <summary>Versions that are not tried at a start, in words.</summary>
internal static class LeftOut
{
    /// <exception cref="ThemeFailure">It held or ended the program, the last time.</exception>
    public static void Refuse(ThemeCandidate candidate, ThemeStartRecord record)
    {
        if (!record.IsLeftOut)
        {
            return;
        }

        throw new ThemeFailure(
            ThemeState.Failed, record.FaultStep ?? "démarrage",
            record.Held
                ? $"au dernier démarrage, la version {candidate.VersionText} n’a pas fini cette étape ; elle est laissée de côté."
                : $"au dernier démarrage, le programme s’est arrêté pendant que la version {candidate.VersionText} faisait cette étape ; elle est laissée de côté.",
            $"Installez une version corrigée, ou essayez celle-ci encore : bouton « Réessayer », ou commande « themes enable {candidate.Key} ».");
    }

    /// <summary>What a prudent start leaves out.</summary>
    public static ThemeEntry Unproven(ThemeCandidate candidate) => ThemeEntry.Stopped(
        candidate, ThemeState.Disabled,
        "Démarrage prudent (--safe) : aucune version de cette thématique n’a encore bien démarré ici.",
        "Activez-la pour l’essayer, ou relancez le programme sans --safe.");
}
