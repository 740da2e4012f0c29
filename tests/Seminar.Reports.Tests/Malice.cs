namespace Seminar.Reports.Tests;

/// <summary>What a note may hold, by malice or by accident.</summary>
internal static class Malice
{
    public const string Title = "<b>Gras</b> & \"titre\" </style> ]]> *étoiles* | barre # dièse";

    public static readonly IReadOnlyList<string> Notes =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "=HYPERLINK(\"http://exemple.invalid\";\"cliquez\")",
        "+1 -1 @SOMME(A1) `code` [lien](http://exemple.invalid) ~barré~",
        "1. pas une liste\n- ni celle-ci\n# ni un titre",
        "Caractères de contrôle\u0000\u0001\u0008\u000B\u001F\u007F\uFFFE, et moitié de caractère \uD800.",
        "Sens renversé \u202Etxet\u202C \u2067עברית\u2069 et \u200Fmarque",
        "Des emojis 👩‍👩‍👧‍👦 🇫🇷 👍🏽 et du \u0301 combiné",
        "  deux espaces  au  début et   au milieu",
        "&lt;déjà échappé&gt; &amp; &#x41;",
        new string('m', 10_000),
        string.Concat(Enumerable.Repeat("mot ", 2_500)).Trim(),
        "|--|--|",
        "> citation",
        "---",
        "\tcommence par une tabulation",
    ];
}
