// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

// Brings OpenZeppelin's ProxyAdmin and TransparentUpgradeableProxy into the build.
import "@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol";
