using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using Seminar.Contracts.Themes;
using Seminar.Host.Accounts.Store;
using Seminar.Host.Modules;

namespace Seminar.Host.Themes;

/// <summary>A theme's <c>theme.json</c>, as the build stamped it. None is ever invented: an unreadable one is a failure.</summary>
internal sealed partial record ThemeManifest(
    string Key,
    string Name,
    string Slug,
    string Description,
    int Hue,
    int Order,
    string? Icon,
    SemanticVersion Version,
    string Assembly,
    VersionRange Contract)
{
    public const string FileName = "theme.json";

    // The modules that stand beside the themes: backups and pages are named by key.
    private static readonly string[] Reserved = [SeminarModule.Key, PeopleHosting.Key, OfferHosting.Key, AccountsDatabase.Key];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        TypeInfoResolver = ManifestJson.Default,
    };

    /// <exception cref="ThemeFailure">The manifest is missing or says something that can't be.</exception>
    public static ThemeManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw Fault($"Le fichier {FileName} manque dans « {folder} ».");
        }

        return Parse(ReadJson(path));
    }

    public ThemeIdentity ToIdentity() => new(
        Key, Name, Slug, Version.ToNormalizedString(), Description, Hue, Order,
        Icon is null ? null : ThemeFiles.Address(Key, Version.ToNormalizedString(), Icon));

    private static Content ReadJson(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Content>(file, Options)
                ?? throw Fault($"Le fichier {FileName} est vide.");
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? $" (ligne {number + 1})" : "";
            throw Fault($"Le fichier {FileName} n’est pas lisible{line} : il manque un champ ou le texte n’est pas du JSON correct.");
        }
    }

    private static ThemeManifest Parse(Content content)
    {
        Require(Identifier().IsMatch(content.Key), $"la clé « {content.Key} » doit être faite de lettres minuscules, de chiffres et de traits d’union");
        Require(!Reserved.Contains(content.Key), $"la clé « {content.Key} » est celle d’un module du programme");
        Require(Identifier().IsMatch(content.Slug), $"le slug « {content.Slug} » doit être fait de lettres minuscules, de chiffres et de traits d’union");
        Require(!string.IsNullOrWhiteSpace(content.Name), "le nom est vide");
        Require(content.Hue is >= 0 and < 360, $"la teinte {content.Hue} doit être comprise entre 0 et 359");
        Require(SemanticVersion.TryParse(content.Version, out var version), $"la version « {content.Version} » ne se lit pas comme 1.2.3");
        Require(Path.GetFileName(content.Assembly) == content.Assembly, "l’assemblage doit être un simple nom de fichier");
        Require(content.Icon is null || Path.GetFileName(content.Icon) == content.Icon, "le pictogramme doit être un simple nom de fichier");
        if (!VersionRange.TryParse(content.Contract, out var contract))
        {
            throw new ThemeFailure(
                ThemeState.Incompatible, "contrat", $"La plage de versions du contrat « {content.Contract} » ne se lit pas.",
                "Écrivez une plage comme [1.0, 2.0) dans theme.json.");
        }

        return new ThemeManifest(
            content.Key, content.Name, content.Slug, content.Description, content.Hue, content.Order, content.Icon,
            version!, content.Assembly, contract);
    }

    private static void Require(bool condition, string fault)
    {
        if (!condition)
        {
            throw Fault($"Dans {FileName}, {fault}.");
        }
    }

    private static ThemeFailure Fault(string reason) =>
        new(ThemeState.Failed, "manifeste", reason, "Corrigez theme.json, ou réinstallez le dossier de la thématique.");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Identifier();

    internal sealed record Content(
        string Key, string Name, string Slug, string Description, int Hue, string Version, string Assembly, string Contract,
        int Order = int.MaxValue, string? Icon = null);
}

[JsonSerializable(typeof(ThemeManifest.Content))]
internal sealed partial class ManifestJson : JsonSerializerContext;
