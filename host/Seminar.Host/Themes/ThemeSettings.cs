using System.Text.Json;
using System.Text.Json.Serialization;

namespace Seminar.Host.Themes;

/// <summary>What the administrator decided of a theme, and the version that last started well.</summary>
internal sealed record ThemeSetting(bool Enabled = true, string? Pinned = null, string? LastGood = null);

/// <summary>The settings of all themes, in <c>themes.json</c> of the data folder; written whole, or not at all.</summary>
internal sealed class ThemeSettings
{
    private readonly string _path;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ThemeSetting> _settings;

    public ThemeSettings(string path)
    {
        _path = path;
        _settings = Read(path);
    }

    public ThemeSetting Of(string key)
    {
        lock (_gate)
        {
            return _settings.GetValueOrDefault(key) ?? new ThemeSetting();
        }
    }

    /// <summary>Whether anything was ever decided of such a theme, or it ever ran.</summary>
    public bool Knows(string key)
    {
        lock (_gate)
        {
            return _settings.ContainsKey(key);
        }
    }

    public void Change(string key, Func<ThemeSetting, ThemeSetting> change)
    {
        lock (_gate)
        {
            var before = _settings.GetValueOrDefault(key) ?? new ThemeSetting();
            var after = change(before);
            if (after == before)
            {
                return;
            }

            _settings[key] = after;
            var partial = _path + ".partial";
            File.WriteAllText(partial, JsonSerializer.Serialize(_settings, ThemeSettingsJson.Default.SortedDictionaryStringThemeSetting));
            File.Move(partial, _path, overwrite: true);
        }
    }

    private static SortedDictionary<string, ThemeSetting> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ThemeSettingsJson.Default.SortedDictionaryStringThemeSetting) ?? [];
        }
        catch (JsonException)
        {
            // A theme wrongly switched on can be switched off again; a host that does not start helps nobody.
            File.Move(path, path + ".illisible", overwrite: true);
            return [];
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SortedDictionary<string, ThemeSetting>))]
internal sealed partial class ThemeSettingsJson : JsonSerializerContext;
