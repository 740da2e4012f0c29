namespace Seminar.Host.Reading;

/// <summary>How the reading of a file ended.</summary>
internal enum ReadingEnd : byte
{
    /// <summary>The reader came to its end.</summary>
    Read,

    /// <summary>The reader did not expect what it met.</summary>
    Broken,

    TooLong,
    TooLarge,
    TooDeep,
    TooMuch,

    /// <summary>Other files are being read.</summary>
    Busy,

    /// <summary>No process could be made.</summary>
    NotBegun,
}

internal static class ReadingEnds
{
    private const string Remedy = "Ouvrez-le dans le programme qui l’a fait, copiez-en le contenu dans un fichier neuf, puis envoyez celui-ci.";

    /// <summary>What whoever sent the file is told; null when it was read.</summary>
    public static string? Sentence(this ReadingEnd end) => end switch
    {
        ReadingEnd.Read => null,
        ReadingEnd.TooLong => $"Ce fichier demande trop de temps à lire\u00A0: il est abîmé, ou bien plus compliqué qu’un fichier ordinaire. {Remedy}",
        ReadingEnd.TooLarge => $"Ce fichier demande trop de mémoire à lire\u00A0: il est abîmé, ou bien plus gros qu’il n’en a l’air. {Remedy}",
        ReadingEnd.TooDeep => $"Ce fichier est fait de parties trop emboîtées les unes dans les autres pour être lu. {Remedy}",
        ReadingEnd.TooMuch => "Ce fichier contient trop de choses pour être lu d’un coup. Coupez-le en plusieurs.",
        ReadingEnd.Busy => "D’autres fichiers sont en cours de lecture. Envoyez de nouveau celui-ci dans une minute.",
        ReadingEnd.NotBegun => "Ce fichier n’a pas pu être lu\u00A0: le programme ne peut pas ouvrir de quoi le lire. Prévenez la personne qui l’administre.",
        _ => $"Ce fichier est abîmé\u00A0: il ne se lit pas. {Remedy}",
    };
}
