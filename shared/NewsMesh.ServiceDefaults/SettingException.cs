namespace NewsMesh.ServiceDefaults;

/// <summary>A setting cannot be used; the message says which, why, and what would be right.</summary>
public sealed class SettingException : Exception
{
    public SettingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
