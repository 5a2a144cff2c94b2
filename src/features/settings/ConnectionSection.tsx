import { Link } from '@tanstack/react-router'
import { buttonClass } from '#/ui/button-class'
import { SettingRow } from './SettingRow'

export function ConnectionSection() {
  return (
    <section aria-labelledby="connection">
      <h2 id="connection" className="mb-1 text-section font-semibold">
        Connection
      </h2>
      <SettingRow
        label="Connection doctor"
        note="Asks the server and the proxy before it, without a password, and says what should be mended"
      >
        <Link to="/setup" className={buttonClass({ size: 28 })}>
          Open the doctor
        </Link>
      </SettingRow>
    </section>
  )
}
